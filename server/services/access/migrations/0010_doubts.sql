-- 拠点: whoever does something there is at no other such place in the same minute. '': the network is none.
ALTER TABLE access_network ADD COLUMN site TEXT NOT NULL DEFAULT '';

-- With what browser somebody last did something in a session; '': nobody has yet.
ALTER TABLE access_session ADD COLUMN client TEXT NOT NULL DEFAULT '';

-- Where and with what somebody did something in the last minutes: only at such a place, or when a session's browser
-- became another. What is older goes with the next one that is written, and every night.
CREATE TABLE access_sighting (
    org_id     BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,
    session_id BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL,
    client     TEXT   NOT NULL,
    site       TEXT   NOT NULL,
    PRIMARY KEY (org_id, person_id, session_id, seen_at)
);
CREATE INDEX access_sighting_old ON access_sighting (org_id, seen_at);

-- 心当たりの確認: use that can't be one person's (clause 3.3). It stays with the person, unless they say that it wasn't
-- they.
CREATE TABLE access_doubt (
    org_id         BIGINT NOT NULL,
    doubt_id       BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    kind           TEXT   NOT NULL,  -- places, copied
    pair           TEXT   NOT NULL,  -- what isn't asked about again soon
    told_at        BIGINT NOT NULL,
    first_at       BIGINT NOT NULL,
    first_session  BIGINT NOT NULL,
    first_device   BIGINT NOT NULL,
    first_name     TEXT   NOT NULL,  -- of the device
    first_client   TEXT   NOT NULL,
    first_site     TEXT   NOT NULL,
    second_at      BIGINT NOT NULL,
    second_session BIGINT NOT NULL,
    second_device  BIGINT NOT NULL,
    second_name    TEXT   NOT NULL,
    second_client  TEXT   NOT NULL,
    second_site    TEXT   NOT NULL,
    answer         TEXT   NOT NULL,  -- '', mine, not_mine
    answered_at    BIGINT,
    sessions       BIGINT NOT NULL,  -- that the answer ended
    PRIMARY KEY (org_id, doubt_id)
);
CREATE INDEX access_doubt_person ON access_doubt (org_id, person_id);
