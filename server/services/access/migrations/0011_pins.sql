-- 交代する: a PIN by which somebody takes over a device that many use (clause 3.3).
CREATE TABLE access_pin (
    org_id       BIGINT NOT NULL,
    person_id    BIGINT NOT NULL,
    hash         TEXT   NOT NULL,            -- argon2id
    set_at       BIGINT NOT NULL,
    closed_at    BIGINT NOT NULL DEFAULT 0,  -- when wrong tries closed it somewhere; 0: the person knows
    closed_on    TEXT   NOT NULL DEFAULT '', -- the name of that device
    PRIMARY KEY (org_id, person_id)
);

-- Where it is good: shared devices on which the person signed in in full, and when last.
CREATE TABLE access_pin_place (
    org_id       BIGINT NOT NULL,
    device_id    BIGINT NOT NULL,
    person_id    BIGINT NOT NULL,
    signed_in_at BIGINT NOT NULL,
    tries        BIGINT NOT NULL,            -- wrong ones in a row; five close it
    PRIMARY KEY (org_id, device_id, person_id)
);
CREATE INDEX access_pin_place_person ON access_pin_place (org_id, person_id);
CREATE INDEX access_pin_place_over ON access_pin_place (signed_in_at);
