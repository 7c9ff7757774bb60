"""A twin of an organisation: another organisation with the same ids throughout.

Every key begins with org_id, so the database takes it. Whatever statement forgets to say which organisation
it means now finds two rows, or changes those of the other."""

import itertools

from tests.authz.table import all_permissions

# Keys that begin with something else: a twin can't have the same, and is drawn without.
left_out = {"access_card", "access_attempt"}
# What the other one of the two says instead, so that it shows when the wrong row was read or found.
otherwise = {
    "directory_org": "name = name || '（ふたご）'",
    "directory_person": "position = position || '（ふたご）', access_version = access_version + 10",
    "directory_photo": "large = small",
    "access_settings": "theme = 'light'",
    "access_password": "hash = 'none'",
    "contacts_contact": "organisation = organisation || '（ふたご）', note = 'x'",
    "contacts_mail": "address = 'twin@example.jp'",
    "talk_room": "name = name || '（ふたご）', master_id = master_id + 1000000, draft_hash = draft_hash + 1",
    "talk_message": "body = body || '（ふたご）', author_id = author_id + 1000000, draft_hash = draft_hash + 1",
    "talk_member": "read_seq = read_seq + 1, from_seq = 5",
}
slug = "futago"


def copy(rows, database, org, twin):
    """Every row of `org` once more, for `twin`. Only while the server is stopped."""
    for table, columns in rows.tables().items():
        if table in left_out or "org_id" not in columns:
            continue
        values = [str(twin) if column == "org_id" else f"'{slug}'" if (table, column) == ("directory_org", "slug")
                  else column for column in columns]
        database.run(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table}"
                     f" WHERE org_id = {org}")


def estrange(database, here, there):
    """What the organisation over there says is another now: everybody is in every room that follows
    nobody, any two have a room of
    their own, and two have each other's login. The one here has the name in logins."""
    database.run(f"UPDATE directory_org SET slug = '{slug}-2' WHERE org_id = {there}")
    database.run(f"UPDATE directory_org SET slug = 'office' WHERE org_id = {here}")
    for table, changes in otherwise.items():
        database.run(f"UPDATE {table} SET {changes} WHERE org_id = {there}")
    for old, new in (("kato@office", "?"), ("ogawa@office", "kato@office"), ("?", "ogawa@office")):
        database.run(f"UPDATE directory_person SET login = '{new}' WHERE org_id = {there} AND login = '{old}'")
    database.run(
        "INSERT INTO talk_member (org_id, room_id, person_id, from_seq, read_seq, joined_seq, joined_at)"
        " SELECT r.org_id, r.room_id, p.person_id, 5, 9, 1, 1 FROM talk_room r"
        f" JOIN directory_person p ON p.org_id = r.org_id WHERE r.org_id = {there} AND r.origin IS NULL"
        " ON CONFLICT (org_id, room_id, person_id) DO NOTHING")
    befriend(database, there)
    entrust(database, there)


def entrust(database, org):
    """Everybody may do everything there."""
    database.run(f"INSERT INTO directory_role_set (org_id, set_id, name) VALUES ({org}, 77, 'すべて')")
    for permission in all_permissions:
        database.run(f"INSERT INTO directory_role_permission VALUES ({org}, 77, '{permission}')")
    database.run("INSERT INTO directory_person_set (org_id, person_id, set_id)"
                 f" SELECT org_id, person_id, 77 FROM directory_person WHERE org_id = {org}")


def befriend(database, org):
    """A direct room for any two; those that weren't there are named in the index only, of no message."""
    people = sorted(int(row[0]) for row in
                    database.run(f"SELECT person_id FROM directory_person WHERE org_id = {org}"))
    known = {row[0] for row in database.run(f"SELECT direct_key FROM talk_room WHERE org_id = {org}")}
    for number, (low, high) in enumerate(itertools.combinations(people, 2), start=1):
        if f"{low}:{high}" not in known:
            database.run(
                "INSERT INTO talk_room (org_id, room_id, kind, name, direct_key, master_id, creator_id, client_key,"
                f" draft_hash, created_at) SELECT org_id, {number}, 'direct', '', '{low}:{high}', {low}, {-number},"
                f" client_key, 1, 1 FROM talk_room WHERE org_id = {org} AND room_id > 1000000 LIMIT 1")
