-- Browsers in which somebody signed in (clauses 3.4, 3.6, 3.7), and from where what may be done there.
CREATE TABLE access_device (
    org_id        BIGINT NOT NULL,
    device_id     BIGINT NOT NULL,
    secret_hash   BYTEA  NOT NULL,  -- SHA-256, of the cookie that stays when a session ends
    class         TEXT   NOT NULL,  -- own, office, shared
    owner_id      BIGINT,           -- NULL: many use it
    name          TEXT   NOT NULL,
    registered_at BIGINT NOT NULL,
    last_used_at  BIGINT NOT NULL,
    network       TEXT   NOT NULL,  -- where it was then: office, elsewhere
    approved_at   BIGINT,           -- NULL: an administrator has not agreed to what it was said to be
    lost_at       BIGINT,
    PRIMARY KEY (org_id, device_id)
);
CREATE INDEX access_device_owner ON access_device (org_id, owner_id);
CREATE INDEX access_device_unused ON access_device (last_used_at);

-- A program before this one opens sessions on no device.
ALTER TABLE access_session ADD COLUMN device_id BIGINT NOT NULL DEFAULT 0;
CREATE INDEX access_session_device ON access_session (org_id, device_id);

-- 紛失: what was reported lost. It stays on record when the device is forgotten.
CREATE TABLE access_loss (
    org_id       BIGINT NOT NULL,
    loss_id      BIGINT NOT NULL,
    device_id    BIGINT NOT NULL,
    person_id    BIGINT NOT NULL,   -- whose it is
    device_name  TEXT   NOT NULL,
    reported_by  BIGINT,            -- NULL: by the number of a wallet card
    reported_at  BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    network      TEXT   NOT NULL,
    sessions     BIGINT NOT NULL,   -- how many ended
    showed_up_at BIGINT,            -- it asked once more, and was told to forget everything
    found_at     BIGINT,
    PRIMARY KEY (org_id, loss_id)
);
CREATE INDEX access_loss_device ON access_loss (org_id, device_id);
CREATE INDEX access_loss_person ON access_loss (org_id, person_id);

-- What could be seen on it.
CREATE TABLE access_loss_seen (
    org_id  BIGINT NOT NULL,
    loss_id BIGINT NOT NULL,
    place   BIGINT NOT NULL,        -- in the report
    kind    TEXT   NOT NULL,        -- room, direct, people
    name    TEXT   NOT NULL,
    count   BIGINT NOT NULL,
    PRIMARY KEY (org_id, loss_id, place)
);

CREATE TABLE access_wallet_card (
    org_id      BIGINT NOT NULL,
    person_id   BIGINT NOT NULL,
    number_hash BYTEA  NOT NULL,    -- SHA-256 of the normalised letters
    made_at     BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);
CREATE UNIQUE INDEX access_wallet_card_number ON access_wallet_card (number_hash);

CREATE TABLE access_network (
    org_id    BIGINT NOT NULL,
    addresses TEXT   NOT NULL,      -- 192.0.2.0/24
    name      TEXT   NOT NULL,
    class     TEXT   NOT NULL,      -- office, elsewhere
    PRIMARY KEY (org_id, addresses)
);

-- What a device may do on a network, where that is another than the program's preset.
CREATE TABLE access_allowance (
    org_id         BIGINT NOT NULL,
    device         TEXT   NOT NULL, -- own, office, shared
    network        TEXT   NOT NULL, -- office, elsewhere
    sign_in        BIGINT NOT NULL, -- 0, 1
    download       BIGINT NOT NULL,
    administration BIGINT NOT NULL,
    PRIMARY KEY (org_id, device, network)
);
