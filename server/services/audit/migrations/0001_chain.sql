-- Who did what, one chain of rows an organisation. Rows are only added.
CREATE TABLE audit_entry (
    org_id       BIGINT NOT NULL,
    seq          BIGINT NOT NULL,  -- dense, from 1
    at           BIGINT NOT NULL,
    actor        TEXT   NOT NULL,  -- person, operator
    person_id    BIGINT NOT NULL,  -- who did it; 0: whoever runs the server
    session_id   BIGINT NOT NULL,  -- where; 0: unknown
    action       TEXT   NOT NULL,
    subject      TEXT   NOT NULL,  -- organisation, person, room: what it was done to
    subject_id   BIGINT NOT NULL,
    details      TEXT   NOT NULL,  -- a JSON object
    previous     BYTEA  NOT NULL,  -- the hash of the row before
    hash         BYTEA  NOT NULL,  -- of this row with `previous`
    PRIMARY KEY (org_id, seq)
);

-- Where each chain ends. The row is locked by whoever adds to the chain, until commit.
CREATE TABLE audit_head (
    org_id BIGINT NOT NULL,
    seq    BIGINT NOT NULL,
    hash   BYTEA  NOT NULL,        -- of the row `seq`; empty while there is none
    PRIMARY KEY (org_id)
);
