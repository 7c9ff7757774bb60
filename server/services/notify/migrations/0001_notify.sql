-- needs: services/directory/0001
-- What waited for somebody who could not be rung, told once when that was over.
CREATE TABLE notify_notice (
    org_id       BIGINT NOT NULL,
    person_id    BIGINT NOT NULL,
    notice_id    BIGINT NOT NULL,  -- the version of the person's stream `notices`
    told_at      BIGINT NOT NULL,
    closed_from  BIGINT NOT NULL,
    closed_until BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, notice_id)
);

CREATE TABLE notify_waiting (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    notice_id BIGINT NOT NULL,
    place     TEXT   NOT NULL,  -- room:12, as a stream is called
    messages  BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, notice_id, place)
);

-- Up to which notice somebody has looked.
CREATE TABLE notify_seen (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    notice_id BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);

-- What somebody doesn't want to be rung for: talk, digest, or a place.
CREATE TABLE notify_quiet (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    what      TEXT   NOT NULL,
    PRIMARY KEY (org_id, person_id, what)
);

-- Who can't be rung, and since when.
CREATE TABLE notify_closed (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    since     BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);

-- When it was last looked who may be rung, and when it is to be looked again.
CREATE TABLE notify_look (
    org_id    BIGINT NOT NULL,
    looked_at BIGINT NOT NULL,
    due_at    BIGINT NOT NULL,
    PRIMARY KEY (org_id)
);
