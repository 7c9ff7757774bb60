-- Kinds of day (シフト) that people choose for a day of their own (clause B2).
CREATE TABLE hours_pattern (
    org_id BIGINT NOT NULL,
    scope  TEXT   NOT NULL,  -- organisation, department
    whose  TEXT   NOT NULL,  -- '', the department's name
    place  BIGINT NOT NULL,  -- their order, from 0
    name   TEXT   NOT NULL,
    opens  BIGINT,           -- NULL: a day off
    closes BIGINT,
    PRIMARY KEY (org_id, scope, whose, place)
);
