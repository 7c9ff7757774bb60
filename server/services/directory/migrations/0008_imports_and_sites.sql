-- The last import that somebody made, of each kind: who leaves the page finds it again. And sites (拠点): where
-- departments work, and people who work elsewhere than their department.
CREATE TABLE directory_import (
    org_id     BIGINT NOT NULL,
    person_id  BIGINT NOT NULL,  -- who made it; 0: whoever runs the server
    what       TEXT   NOT NULL,  -- people, contacts, own_contacts
    import_key TEXT   NOT NULL,  -- by which its maker knows it; '': none
    done_at    BIGINT NOT NULL,
    added      BIGINT NOT NULL,
    changed    BIGINT NOT NULL,
    unchanged  BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, what)
);

CREATE TABLE directory_site (
    org_id    BIGINT NOT NULL,
    name      TEXT   NOT NULL,
    address   TEXT   NOT NULL,
    telephone TEXT   NOT NULL,
    place     BIGINT NOT NULL,  -- rises in their order
    PRIMARY KEY (org_id, name)
);

ALTER TABLE directory_department ADD COLUMN site TEXT NOT NULL DEFAULT '';  -- '': nowhere in particular
ALTER TABLE directory_person ADD COLUMN site TEXT NOT NULL DEFAULT '';      -- '': where the department is
