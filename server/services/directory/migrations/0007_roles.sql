-- Who may do what besides their own work (clause 3.1), and who gave it to whom. A person's role may now be sub_administrator.
CREATE TABLE directory_role_set (
    org_id BIGINT NOT NULL,
    set_id BIGINT NOT NULL,
    name   TEXT   NOT NULL,
    PRIMARY KEY (org_id, set_id)
);
CREATE UNIQUE INDEX directory_role_set_name ON directory_role_set (org_id, name);

CREATE TABLE directory_role_permission (
    org_id     BIGINT NOT NULL,
    set_id     BIGINT NOT NULL,
    permission TEXT   NOT NULL,  -- staff, sign_in, ...
    PRIMARY KEY (org_id, set_id, permission)
);

CREATE TABLE directory_person_set (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    set_id    BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id, set_id)
);
CREATE INDEX directory_person_set_set ON directory_person_set (org_id, set_id);

CREATE TABLE directory_role_change (
    org_id      BIGINT NOT NULL,
    change_id   BIGINT NOT NULL,  -- the version of the directory's stream
    changed_at  BIGINT NOT NULL,
    by_id       BIGINT,           -- NULL: whoever runs the server
    person_id   BIGINT,           -- NULL: a set is another
    set_name    TEXT   NOT NULL,
    role_before TEXT   NOT NULL,
    role_after  TEXT   NOT NULL,
    before_all  TEXT   NOT NULL,  -- names of sets, or a set's permissions, one a line
    after_all   TEXT   NOT NULL,
    PRIMARY KEY (org_id, change_id)
);

-- Up to which change somebody has looked.
CREATE TABLE directory_role_seen (
    org_id    BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    change_id BIGINT NOT NULL,
    PRIMARY KEY (org_id, person_id)
);
