-- Failed tries whose time is over are found by it and deleted.
CREATE INDEX access_attempt_wait ON access_attempt (org_id, wait_until);
