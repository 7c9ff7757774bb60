-- 休職 (clause B5): the days on which somebody doesn't use any of this, both included.
ALTER TABLE directory_person ADD COLUMN leave_from TEXT;   -- 2026-12-01; NULL: none
ALTER TABLE directory_person ADD COLUMN leave_until TEXT;  -- NULL: until somebody says it
