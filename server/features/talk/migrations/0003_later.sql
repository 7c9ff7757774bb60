-- Messages that are to be sent at a time that their author chose. One that was sent is here no more.
CREATE TABLE talk_later (
    org_id     BIGINT NOT NULL,
    later_id   BIGINT NOT NULL,
    room_id    BIGINT NOT NULL,
    author_id  BIGINT NOT NULL,
    body       TEXT   NOT NULL,
    client_key BYTEA  NOT NULL,
    draft_hash BIGINT NOT NULL,
    due_at     BIGINT NOT NULL,
    failed     TEXT,             -- why it could not be sent: a code of problems.ja.toml
    PRIMARY KEY (org_id, later_id)
);
CREATE UNIQUE INDEX talk_later_key ON talk_later (org_id, author_id, client_key);
