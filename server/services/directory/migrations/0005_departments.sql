-- Departments in their order, as a tree; what people do besides (兼務), see to (担当), and their telephone for work.
CREATE TABLE directory_department (
    org_id BIGINT NOT NULL,
    name   TEXT   NOT NULL,
    parent TEXT   NOT NULL,  -- '': it is a part of none
    place  BIGINT NOT NULL,  -- rises in their order; each stands behind its parent
    PRIMARY KEY (org_id, name)
);
INSERT INTO directory_department (org_id, name, parent, place)
SELECT org_id, department, '', MIN(person_id)
  FROM directory_person
 WHERE department <> ''
 GROUP BY org_id, department;

ALTER TABLE directory_person ADD COLUMN posts TEXT NOT NULL DEFAULT '';  -- 総務係／主任、貸付係
ALTER TABLE directory_person ADD COLUMN telephone TEXT NOT NULL DEFAULT '';
ALTER TABLE directory_person ADD COLUMN duties TEXT NOT NULL DEFAULT '';
