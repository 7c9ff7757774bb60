-- needs: features/talk/0001
-- 緊急 (clause B3): why a message rings at once.
ALTER TABLE talk_message ADD COLUMN urgent TEXT;  -- NULL: it isn't
