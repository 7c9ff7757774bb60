-- What an organisation has decided about ways in (clauses 7.1, 7.2). Without a row the program's presets hold.
CREATE TABLE access_rules (
    org_id                    BIGINT NOT NULL,
    password_days             BIGINT NOT NULL,  -- 0: passwords don't end
    second_for_administrators BIGINT NOT NULL,  -- 0, 1
    login_form                TEXT   NOT NULL,  -- name, number
    pattern_passwords         BIGINT NOT NULL,  -- 0, 1: the first password by the guideline's pattern
    PRIMARY KEY (org_id)
);

-- First passwords by that pattern, at most one a person. Each lets in once, with a password of one's own along.
CREATE TABLE access_first_password (
    org_id     BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,
    hash       TEXT   NOT NULL,  -- argon2id
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);
CREATE INDEX access_first_password_over ON access_first_password (expires_at);
