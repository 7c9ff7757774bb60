-- needs: features/talk/0001
-- Rooms whose members follow the directory (clause 5.4).
ALTER TABLE talk_room ADD COLUMN origin TEXT;       -- employment, department; NULL: people make it and say who is in
ALTER TABLE talk_room ADD COLUMN origin_name TEXT;  -- whose room it is; NULL: of a department that is gone
CREATE UNIQUE INDEX talk_room_origin ON talk_room (org_id, origin, origin_name);
