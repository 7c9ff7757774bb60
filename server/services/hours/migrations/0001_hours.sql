-- needs: services/directory/0001
-- When work is done, and when a person may be rung. Times are minutes after midnight where the organisation is; a time
-- may go on after midnight (above 1440).
CREATE TABLE hours_week (
    org_id  BIGINT NOT NULL,
    scope   TEXT   NOT NULL,  -- organisation, site, department, person
    whose   TEXT   NOT NULL,  -- '', the site's or department's name, the person's id
    weekday BIGINT NOT NULL,  -- 0 Sunday to 6 Saturday, 7 public holidays
    opens   BIGINT,           -- NULL: closed
    closes  BIGINT,
    PRIMARY KEY (org_id, scope, whose, weekday)
);

CREATE TABLE hours_day (
    org_id BIGINT NOT NULL,
    scope  TEXT   NOT NULL,
    whose  TEXT   NOT NULL,
    day    TEXT   NOT NULL,  -- 2026-12-29, or 12-29 for every year
    opens  BIGINT,           -- NULL: closed
    closes BIGINT,
    name   TEXT   NOT NULL,  -- what people call it; may be ''
    PRIMARY KEY (org_id, scope, whose, day)
);

-- Where a department works.
CREATE TABLE hours_site (
    org_id     BIGINT NOT NULL,
    department TEXT   NOT NULL,
    site       TEXT   NOT NULL,
    PRIMARY KEY (org_id, department)
);
