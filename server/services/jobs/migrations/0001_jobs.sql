-- What the server does by itself at a time. A row is deleted when it is done.
CREATE TABLE job (
    org_id          BIGINT NOT NULL,  -- 0: the installation's own
    kind            TEXT   NOT NULL,  -- who does it: "access.sweep"
    key             TEXT   NOT NULL,  -- which one of the kind
    payload         TEXT   NOT NULL,
    due_at          BIGINT NOT NULL,
    attempts        BIGINT NOT NULL,  -- begun since it was scheduled or last done
    lease_token     BIGINT NOT NULL,  -- of the runner that holds it; 0: nobody
    lease_until     BIGINT NOT NULL,  -- by the database's clock: nobody takes it before
    last_error_code TEXT,
    PRIMARY KEY (org_id, kind, key)
);
CREATE INDEX job_due ON job (due_at);
