-- Where each stream stands. The row is locked by whoever changes the stream, until commit.
CREATE TABLE stream_head (
    org_id  BIGINT NOT NULL,
    kind    TEXT   NOT NULL,
    id      BIGINT NOT NULL,
    version BIGINT NOT NULL,
    seq     BIGINT NOT NULL,
    PRIMARY KEY (org_id, kind, id)
);
