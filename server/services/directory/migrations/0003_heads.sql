-- Who heads a department, by the name that stands with its people.
CREATE TABLE directory_head (
    org_id     BIGINT NOT NULL,
    department TEXT   NOT NULL,
    person_id  BIGINT NOT NULL,
    PRIMARY KEY (org_id, department)
);
