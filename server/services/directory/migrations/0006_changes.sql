-- What is planned for somebody, who is gone, and what was deleted of them then (clauses 3.9, 6.4).
CREATE TABLE directory_change (
    org_id     BIGINT NOT NULL,
    change_id  BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,
    kind       TEXT   NOT NULL,  -- transfer, retirement
    day        TEXT   NOT NULL,  -- 2027-04-01: the first day of the new, or the last day
    PRIMARY KEY (org_id, change_id)
);
CREATE INDEX directory_change_person ON directory_change (org_id, person_id);

CREATE TABLE directory_change_field (
    org_id    BIGINT NOT NULL,
    change_id BIGINT NOT NULL,
    field     TEXT   NOT NULL,  -- as on the wire
    value     TEXT   NOT NULL,
    PRIMARY KEY (org_id, change_id, field)
);

ALTER TABLE directory_person ADD COLUMN retired BIGINT NOT NULL DEFAULT 0;  -- 1: nothing else of them is kept

CREATE TABLE directory_retired (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    number    BIGINT NOT NULL,  -- 退職者 1, 2, ...
    last_day  TEXT   NOT NULL,
    done_at   BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);

CREATE TABLE directory_erased (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    place     BIGINT NOT NULL,  -- their order
    what      TEXT   NOT NULL,
    rows      BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, place)
);
