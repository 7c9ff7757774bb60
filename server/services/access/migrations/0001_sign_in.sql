-- needs: services/directory/0001
-- Ways in, and who is in. Secrets are kept as hashes only.
CREATE TABLE access_session (
    org_id       BIGINT NOT NULL,
    session_id   BIGINT NOT NULL,
    person_id    BIGINT NOT NULL,
    secret_hash  BYTEA  NOT NULL,  -- SHA-256
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, session_id)
);
CREATE INDEX access_session_person ON access_session (org_id, person_id);

-- One-time sign-in codes: at most one unused code a person.
CREATE TABLE access_card (
    org_id     BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,
    code_hash  BYTEA  NOT NULL,    -- SHA-256 of the normalised letters
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);
CREATE UNIQUE INDEX access_card_code ON access_card (code_hash);

CREATE TABLE access_password (
    org_id     BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,
    hash       TEXT   NOT NULL,    -- argon2id
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);

-- Failed tries, by what was tried and where from. org_id is 0 while the organisation is unknown.
CREATE TABLE access_attempt (
    org_id     BIGINT NOT NULL,
    subject    TEXT   NOT NULL,    -- hash of the login, or 'card'
    network    TEXT   NOT NULL,    -- prefix of the address
    failures   BIGINT NOT NULL,
    wait_until BIGINT NOT NULL,
    PRIMARY KEY (org_id, subject, network)
);

CREATE TABLE access_settings (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    text_size TEXT   NOT NULL,
    theme     TEXT   NOT NULL,
    enter_key TEXT   NOT NULL,
    PRIMARY KEY (org_id, person_id)
);
