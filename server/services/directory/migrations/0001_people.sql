-- Organisations and their people.
CREATE TABLE directory_org (
    org_id     BIGINT NOT NULL,
    slug       TEXT   NOT NULL,  -- the part of a login after '@'
    name       TEXT   NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (org_id)
);
CREATE UNIQUE INDEX directory_org_slug ON directory_org (slug);

CREATE TABLE directory_person (
    org_id         BIGINT NOT NULL,
    person_id      BIGINT NOT NULL,
    login          TEXT   NOT NULL,
    name           TEXT   NOT NULL,
    kana           TEXT   NOT NULL,
    sort_key       TEXT   NOT NULL,  -- kana folded for ordering
    department     TEXT   NOT NULL,
    position       TEXT   NOT NULL,
    employment     TEXT   NOT NULL,
    extension      TEXT   NOT NULL,
    hired_on       TEXT,             -- 2026-04-01
    role           TEXT   NOT NULL,  -- administrator, member
    access_version BIGINT NOT NULL,  -- counts whatever changes what the person may see
    version        BIGINT NOT NULL,  -- of the directory stream at the last change
    PRIMARY KEY (org_id, person_id)
);
CREATE UNIQUE INDEX directory_person_login ON directory_person (org_id, login);
