-- needs: services/directory/0005
-- 外部連絡先 (clause 4.2): people outside, the organisation's and people's own. One that was removed leaves its row
-- without a word in it, so that whoever was away hears of it.
CREATE TABLE contacts_contact (
    org_id            BIGINT NOT NULL,
    contact_id        BIGINT NOT NULL,
    owner_id          BIGINT NOT NULL,  -- whose own it is; 0: the organisation's
    organisation      TEXT   NOT NULL,
    organisation_kana TEXT   NOT NULL,
    department        TEXT   NOT NULL,  -- there
    person            TEXT   NOT NULL,
    person_kana       TEXT   NOT NULL,
    position          TEXT   NOT NULL,
    category          TEXT   NOT NULL,
    telephone         TEXT   NOT NULL,
    other_telephone   TEXT   NOT NULL,
    fax               TEXT   NOT NULL,
    mail              TEXT   NOT NULL,
    address           TEXT   NOT NULL,
    note              TEXT   NOT NULL,
    responsible_id    BIGINT,           -- who of ours sees to it
    removed           BIGINT NOT NULL,  -- 1: nothing else is kept
    added_by          BIGINT,           -- with its key, so that adding twice adds once
    client_key        BYTEA,
    draft_hash        BIGINT,           -- of what was added under the key
    version           BIGINT NOT NULL,  -- of its stream at the last change
    PRIMARY KEY (org_id, contact_id)
);
CREATE INDEX contacts_contact_version ON contacts_contact (org_id, owner_id, version);
CREATE INDEX contacts_contact_responsible ON contacts_contact (org_id, responsible_id);
CREATE UNIQUE INDEX contacts_contact_key ON contacts_contact (org_id, added_by, client_key);

-- The mail address of a department, from which people outside are written to.
CREATE TABLE contacts_mail (
    org_id     BIGINT NOT NULL,
    department TEXT   NOT NULL,  -- '': of the organisation, for departments without one
    address    TEXT   NOT NULL,
    webmail    TEXT   NOT NULL,  -- an address with {to}; '': the device's own mail program
    PRIMARY KEY (org_id, department)
);
