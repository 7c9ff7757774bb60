-- 壁掛け表示: screens on walls that show a department (clause 3.3). Nobody is signed in there: a secret of the display's
-- own lets it see its one picture.
CREATE TABLE access_display (
    org_id       BIGINT NOT NULL,
    display_id   BIGINT NOT NULL,
    name         TEXT   NOT NULL,
    department   TEXT   NOT NULL,  -- '': the whole organisation
    code_hash    BYTEA,            -- SHA-256 of the one-time code; NULL: used
    code_ends_at BIGINT NOT NULL,
    secret_hash  BYTEA,            -- SHA-256 of the cookie's secret; NULL: not opened yet
    made_at      BIGINT NOT NULL,
    used_at      BIGINT NOT NULL,  -- 0: never; to five minutes
    PRIMARY KEY (org_id, display_id)
);
CREATE UNIQUE INDEX access_display_code ON access_display (code_hash);
