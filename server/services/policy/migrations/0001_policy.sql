-- needs: services/directory/0001
-- The guideline as an organisation has it: its words by edition, and what holds.
CREATE TABLE policy_guideline (
    org_id  BIGINT NOT NULL,
    preset  TEXT   NOT NULL,  -- which file of presets/ it was made from
    ack_key BYTEA  NOT NULL,  -- 32 random bytes that acknowledgements are made with
    PRIMARY KEY (org_id)
);

CREATE TABLE policy_edition (
    org_id       BIGINT NOT NULL,
    edition      BIGINT NOT NULL,  -- 1, 2, ...
    note         TEXT   NOT NULL,  -- what changed, as whoever published it wrote
    effective_on TEXT   NOT NULL,  -- 2026-04-01
    published_by BIGINT NOT NULL,  -- 0: the preset
    published_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, edition)
);

CREATE TABLE policy_edition_clause (
    org_id    BIGINT NOT NULL,
    edition   BIGINT NOT NULL,
    clause_id TEXT   NOT NULL,
    place     BIGINT NOT NULL,
    title     TEXT   NOT NULL,
    text      TEXT   NOT NULL,
    PRIMARY KEY (org_id, edition, clause_id)
);

-- What the next edition will say differently.
CREATE TABLE policy_draft (
    org_id    BIGINT NOT NULL,
    clause_id TEXT   NOT NULL,
    title     TEXT   NOT NULL,
    text      TEXT   NOT NULL,
    removed   BIGINT NOT NULL,  -- 1: left out; for clauses of the organisation's own
    PRIMARY KEY (org_id, clause_id)
);

-- What was set; what isn't here is as the preset says.
CREATE TABLE policy_setting (
    org_id     BIGINT NOT NULL,
    clause_id  TEXT   NOT NULL,
    name       TEXT   NOT NULL,  -- a measure or a parameter of the clause
    department TEXT   NOT NULL,  -- '': the whole organisation
    value      TEXT   NOT NULL,  -- a mode, or a number
    set_by     BIGINT NOT NULL,
    set_at     BIGINT NOT NULL,
    PRIMARY KEY (org_id, clause_id, name, department)
);

-- Which modes a department may choose.
CREATE TABLE policy_limit (
    org_id    BIGINT NOT NULL,
    clause_id TEXT   NOT NULL,
    measure   TEXT   NOT NULL,
    modes     TEXT   NOT NULL,  -- 'off hint'; '': none
    PRIMARY KEY (org_id, clause_id, measure)
);

CREATE TABLE policy_acceptance (
    org_id      BIGINT NOT NULL,
    person_id   BIGINT NOT NULL,
    edition     BIGINT NOT NULL,
    accepted_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, edition)
);

-- How often a clause was met, without what was written or who wrote it.
CREATE TABLE policy_count (
    org_id    BIGINT NOT NULL,
    clause_id TEXT   NOT NULL,
    day       TEXT   NOT NULL,  -- 2026-04-01
    what      TEXT   NOT NULL,  -- acknowledged, refused
    times     BIGINT NOT NULL,
    PRIMARY KEY (org_id, clause_id, day, what)
);
