-- needs: features/talk/0001
-- What a group is besides a room (clauses 6.1, 6.2). An older program beside this one makes groups that are not listed.
ALTER TABLE talk_room ADD COLUMN visibility TEXT   NOT NULL DEFAULT 'unlisted';  -- unlisted, listed
ALTER TABLE talk_room ADD COLUMN purpose    TEXT   NOT NULL DEFAULT '';
ALTER TABLE talk_room ADD COLUMN ends_on    TEXT;                                -- "2026-12-25"; NULL: nobody knows
ALTER TABLE talk_room ADD COLUMN shows_past BIGINT NOT NULL DEFAULT 1;           -- to those who come
ALTER TABLE talk_room ADD COLUMN deputy_id  BIGINT;                              -- NULL: none
ALTER TABLE talk_room ADD COLUMN edited     BIGINT NOT NULL DEFAULT 0;           -- how often name and these were changed
CREATE INDEX talk_room_listed ON talk_room (org_id) WHERE visibility = 'listed';

-- Why somebody is in.
ALTER TABLE talk_member ADD COLUMN came       TEXT NOT NULL DEFAULT 'before';    -- made, added, asked, placed, before
ALTER TABLE talk_member ADD COLUMN brought_by BIGINT;                            -- who added them, or said yes

-- Who would like to come into a listed group. One row for each; gone when they are in, or took it back.
CREATE TABLE talk_request (
    org_id      BIGINT NOT NULL,
    room_id     BIGINT NOT NULL,
    person_id   BIGINT NOT NULL,
    words       TEXT   NOT NULL,
    asked_at    BIGINT NOT NULL,
    declined_at BIGINT,            -- NULL: open
    PRIMARY KEY (org_id, room_id, person_id)
);
CREATE INDEX talk_request_person ON talk_request (org_id, person_id);
