-- Passkeys: of each only the public half.
CREATE TABLE access_passkey (
    org_id        BIGINT NOT NULL,
    passkey_id    BIGINT NOT NULL,
    person_id     BIGINT NOT NULL,
    device_id     BIGINT NOT NULL,   -- on which it was made; lost with it
    credential_id BYTEA  NOT NULL,   -- as the device calls it
    rp_id         TEXT   NOT NULL,   -- the name of the server that it was made for
    algorithm     BIGINT NOT NULL,   -- of COSE
    public_key    BYTEA  NOT NULL,   -- SubjectPublicKeyInfo
    counter       BIGINT NOT NULL,
    name          TEXT   NOT NULL,
    created_at    BIGINT NOT NULL,
    used_at       BIGINT NOT NULL,   -- 0: never
    PRIMARY KEY (org_id, passkey_id)
);
CREATE UNIQUE INDEX access_passkey_credential ON access_passkey (org_id, credential_id);
CREATE INDEX access_passkey_person ON access_passkey (org_id, person_id);

-- What devices were asked to sign and have not signed yet. org_id is 0, and person_id too, while nobody is signed in.
CREATE TABLE access_challenge (
    org_id     BIGINT NOT NULL,
    hash       BYTEA  NOT NULL,      -- SHA-256 of the challenge
    person_id  BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, hash)
);
CREATE INDEX access_challenge_over ON access_challenge (org_id, expires_at);
