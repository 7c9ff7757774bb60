-- Whose access ended in the last hour, for the nodes that didn't hear of it. Times are the database's own,
-- so that the nodes' clocks don't matter.
CREATE TABLE access_revocation (
    org_id     BIGINT NOT NULL,
    ended_at   BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,
    session_id BIGINT NOT NULL,  -- 0: all of the person's
    PRIMARY KEY (org_id, ended_at, person_id, session_id)
);
