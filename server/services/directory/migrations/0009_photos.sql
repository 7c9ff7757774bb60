-- People's photos (clause 5.5), JPEG in two sizes. The row of the person says which; apart from it, because it is read
-- with everybody's.
CREATE TABLE directory_photo (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    photo_id  BIGINT NOT NULL,  -- another with each choice
    large     BYTEA  NOT NULL,
    small     BYTEA  NOT NULL,
    PRIMARY KEY (org_id, person_id)
);
ALTER TABLE directory_person ADD COLUMN photo_id BIGINT;  -- NULL: none
