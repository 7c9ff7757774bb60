-- needs: features/talk/0001
-- 異動後の見直し (clause 6.4): whether somebody who has another place or other duties stays in a group; its master says.
CREATE TABLE talk_review (
    org_id            BIGINT NOT NULL,
    review_id         BIGINT NOT NULL,
    room_id           BIGINT NOT NULL,
    person_id         BIGINT NOT NULL,
    before_department TEXT   NOT NULL,
    before_posts      TEXT   NOT NULL,
    before_duties     TEXT   NOT NULL,
    made_at           BIGINT NOT NULL,
    due_on            TEXT   NOT NULL,  -- 2026-12-08
    PRIMARY KEY (org_id, review_id)
);
CREATE UNIQUE INDEX talk_review_of ON talk_review (org_id, room_id, person_id);
