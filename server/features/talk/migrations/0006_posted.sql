-- needs: features/talk/0001
-- What was said in a month, for the figures by department (clause B3).
CREATE INDEX talk_message_posted ON talk_message (org_id, posted_at);
