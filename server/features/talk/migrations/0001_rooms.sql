-- needs: services/directory/0001
-- Rooms, who is in them, what was said, who has read it. A room's counters (version, seq) are its
-- row in stream_head.
CREATE TABLE talk_room (
    org_id     BIGINT NOT NULL,
    room_id    BIGINT NOT NULL,
    kind       TEXT   NOT NULL,    -- direct, group
    name       TEXT   NOT NULL,
    direct_key TEXT,               -- of a direct room: the two people, smaller id first
    master_id  BIGINT NOT NULL,
    creator_id BIGINT NOT NULL,
    client_key BYTEA  NOT NULL,
    draft_hash BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, room_id)
);
CREATE UNIQUE INDEX talk_room_direct ON talk_room (org_id, direct_key);
CREATE UNIQUE INDEX talk_room_key ON talk_room (org_id, creator_id, client_key);

CREATE TABLE talk_member (
    org_id    BIGINT NOT NULL,
    room_id   BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    from_seq  BIGINT NOT NULL,     -- the first place the member may see
    read_seq  BIGINT NOT NULL,     -- the reading mark
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (org_id, room_id, person_id)
);
CREATE INDEX talk_member_person ON talk_member (org_id, person_id);

CREATE TABLE talk_message (
    org_id     BIGINT NOT NULL,
    room_id    BIGINT NOT NULL,
    seq        BIGINT NOT NULL,
    version    BIGINT NOT NULL,
    author_id  BIGINT NOT NULL,
    body       TEXT   NOT NULL,
    client_key BYTEA  NOT NULL,
    draft_hash BIGINT NOT NULL,    -- of the draft the key was first used for
    posted_at  BIGINT NOT NULL,
    PRIMARY KEY (org_id, room_id, seq)
);
CREATE UNIQUE INDEX talk_message_key ON talk_message (org_id, author_id, client_key);

-- Each time a member's mark rose: messages up to `seq` were read by then.
CREATE TABLE talk_reading (
    org_id    BIGINT NOT NULL,
    room_id   BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    seq       BIGINT NOT NULL,
    read_at   BIGINT NOT NULL,
    PRIMARY KEY (org_id, room_id, person_id, seq)
);
