-- Marks are a stream of their own: a counter for the rooms that are there.
INSERT INTO stream_head (org_id, kind, id, version, seq)
SELECT org_id, 'marks', room_id, 1, 0 FROM talk_room;

-- The newest message when the member came: no message up to it counts as read or unread by this member.
ALTER TABLE talk_member ADD COLUMN joined_seq BIGINT NOT NULL DEFAULT 0;

UPDATE talk_member
   SET joined_seq = COALESCE((SELECT MAX(t.seq)
                                FROM talk_message t
                               WHERE t.org_id = talk_member.org_id
                                 AND t.room_id = talk_member.room_id
                                 AND t.seq <= talk_member.read_seq
                                 AND t.posted_at < talk_member.joined_at), 0);
