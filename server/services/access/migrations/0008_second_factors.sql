-- Codes of an app on a phone, as a second step behind the password. The secret has to be known to compute them.
CREATE TABLE access_totp (
    org_id       BIGINT NOT NULL,
    person_id    BIGINT NOT NULL,
    secret       BYTEA  NOT NULL,
    confirmed_at BIGINT NOT NULL,   -- 0: shown, but no code of it was typed yet
    last_step    BIGINT NOT NULL,   -- whose code was used last; a code is good once
    PRIMARY KEY (org_id, person_id)
);

-- Codes on paper for who lost the phone: each good once, kept as SHA-256.
CREATE TABLE access_recovery (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    code_hash BYTEA  NOT NULL,
    PRIMARY KEY (org_id, person_id, code_hash)
);
