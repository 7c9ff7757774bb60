-- Whose device a session is on. What a program before this one opens is on its person's own.
ALTER TABLE access_session ADD COLUMN device TEXT NOT NULL DEFAULT 'own';       -- own, shared
ALTER TABLE access_session ADD COLUMN device_since BIGINT NOT NULL DEFAULT 0;   -- when it became that

-- Those on shared devices are looked through every few seconds.
CREATE INDEX access_session_shared ON access_session (org_id, session_id) WHERE device = 'shared';
