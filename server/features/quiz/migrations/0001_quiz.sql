-- needs: services/directory/0001
-- The yearly check of understanding (clause 3.2).
CREATE TABLE quiz_edition (
    org_id    BIGINT NOT NULL,
    version   BIGINT NOT NULL,  -- from 1; the highest holds
    questions TEXT,             -- JSON, as in api/quiz.yaml; NULL: the preset's
    set_by    BIGINT NOT NULL,
    set_at    BIGINT NOT NULL,
    PRIMARY KEY (org_id, version)
);

-- That somebody did it; how they answered stands nowhere.
CREATE TABLE quiz_done (
    org_id    BIGINT NOT NULL,
    year      BIGINT NOT NULL,  -- 年度, from 1 April on
    person_id BIGINT NOT NULL,
    done_at   BIGINT NOT NULL,
    PRIMARY KEY (org_id, year, person_id)
);
