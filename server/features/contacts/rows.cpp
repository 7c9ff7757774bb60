#include "features/contacts/rows.hpp"

#include <algorithm>

#include "platform/time/japanese_date.hpp"
#include "services/live/events.hpp"

namespace horenso::contacts {
namespace {

constexpr Sql select_since{R"(
    SELECT contact_id, owner_id, version, organisation, organisation_kana, department, person,
           person_kana, position, category, telephone, other_telephone, fax, mail, address, note,
           responsible_id, removed
      FROM contacts_contact
     WHERE org_id = $1 AND owner_id = $2 AND version > $3
     ORDER BY contact_id)"};
constexpr Sql select_visible{R"(
    SELECT contact_id, owner_id, version, organisation, organisation_kana, department, person,
           person_kana, position, category, telephone, other_telephone, fax, mail, address, note,
           responsible_id
      FROM contacts_contact
     WHERE org_id = $1 AND contact_id = $2 AND (owner_id = 0 OR owner_id = $3) AND removed = 0)"};
constexpr Sql select_added{R"(
    SELECT contact_id, owner_id, version, organisation, organisation_kana, department, person,
           person_kana, position, category, telephone, other_telephone, fax, mail, address, note,
           responsible_id, removed, draft_hash
      FROM contacts_contact
     WHERE org_id = $1 AND added_by = $2 AND client_key = $3)"};
constexpr Sql insert_row{R"(
    INSERT INTO contacts_contact
           (org_id, contact_id, owner_id, version, organisation, organisation_kana, department,
            person, person_kana, position, category, telephone, other_telephone, fax, mail, address,
            note, responsible_id, removed, added_by, client_key, draft_hash)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, 0, $19,
            $20, $21))"};
constexpr Sql update_row{R"(
    UPDATE contacts_contact
       SET version = $4, organisation = $5, organisation_kana = $6, department = $7, person = $8,
           person_kana = $9, position = $10, category = $11, telephone = $12, other_telephone = $13,
           fax = $14, mail = $15, address = $16, note = $17, responsible_id = $18, removed = $19
     WHERE org_id = $1 AND contact_id = $2 AND version = $3 AND removed = 0)"};

constexpr int removed_column = 17;

constexpr Sql count_book{R"(
    SELECT COUNT(*) FROM contacts_contact WHERE org_id = $1 AND owner_id = $2 AND removed = 0)"};

std::int64_t number_of(Owner owner) { return owner ? owner->value : 0; }

Contact contact_of(Rows const& row) {
    Contact contact{.id = row.get<ContactId>(0), .version = row.get<std::int64_t>(2)};
    if (auto const owner = row.get<PersonId>(1); owner.value != 0) contact.owner = owner;
    int column = 3;
    for (auto const& field : fields()) contact.entry.*field.text = row.get<std::string>(column++);
    contact.entry.responsible = row.get<std::optional<PersonId>>(column);
    return contact;
}

std::optional<Contact> first(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return contact_of(rows);
}

bool write_over(Tx& tx, OrgId org, Contact const& contact, std::int64_t looked_at, int removed) {
    auto const& e = contact.entry;
    return tx.run(update_row, org, contact.id, looked_at, contact.version, e.organisation,
                  e.organisation_kana, e.department, e.person, e.person_kana, e.position,
                  e.category, e.telephone, e.other_telephone, e.fax, e.mail, e.address, e.note,
                  e.responsible, removed) == 1;
}

}  // namespace

Stream contacts_stream(OrgId org, Owner owner) { return {org, "contacts", number_of(owner)}; }

Since contacts_since(Tx& tx, OrgId org, Owner owner, std::int64_t version) {
    Since since;
    auto row = tx.query(select_since, org, number_of(owner), version);
    while (row.next())
        if (row.get<std::int64_t>(removed_column) != 0)
            since.removed.push_back(row.get<ContactId>(0));
        else
            since.contacts.push_back(contact_of(row));
    return since;
}

std::vector<Contact> contacts_of(Tx& tx, OrgId org, Owner owner) {
    return contacts_since(tx, org, owner, 0).contacts;
}

std::optional<Contact> find_contact(Tx& tx, Viewer const& viewer, ContactId contact) {
    return first(tx.query(select_visible, viewer.org, contact, viewer.person));
}

std::optional<Result<Contact>> find_added(Tx& tx, OrgId org, Added const& added) {
    auto row = tx.query(select_added, org, added.by, added.key);
    if (!row.next()) return std::nullopt;
    if (row.get<std::int64_t>(removed_column) != 0)
        return Problem{.status = 404, .code = "contacts.not_found"};
    if (row.get<std::int64_t>(removed_column + 1) != added.hash)
        return Problem{.status = 422, .code = "contacts.key_reused"};
    return contact_of(row);
}

std::optional<Problem> refuse_more(Tx& tx, OrgId org, Owner owner, std::size_t more) {
    auto const most = owner ? most_own : most_shared;
    auto row = tx.query(count_book, org, number_of(owner));
    if (!row.next() || static_cast<std::size_t>(row.get<std::int64_t>(0)) + more <= most)
        return std::nullopt;
    return Problem{
        .status = 422, .code = "contacts.too_many", .arguments = {{"limit", std::to_string(most)}}};
}

void insert_contact(Tx& tx, OrgId org, Contact const& contact, std::optional<Added> const& added) {
    auto const& e = contact.entry;
    tx.run(insert_row, org, contact.id, number_of(contact.owner), contact.version, e.organisation,
           e.organisation_kana, e.department, e.person, e.person_kana, e.position, e.category,
           e.telephone, e.other_telephone, e.fax, e.mail, e.address, e.note, e.responsible,
           added ? std::optional{added->by} : std::nullopt,
           added ? std::optional{added->key} : std::nullopt,
           added ? std::optional{added->hash} : std::nullopt);
}

bool update_contact(Tx& tx, OrgId org, Contact const& contact, std::int64_t looked_at) {
    return write_over(tx, org, contact, looked_at, 0);
}

bool empty_contact(Tx& tx, OrgId org, Contact const& contact, std::int64_t version) {
    return write_over(tx, org, {.id = contact.id, .version = version}, contact.version, 1);
}

std::int64_t advance(Tx& tx, OrgId org, Owner owner) {
    auto const stream = contacts_stream(org, owner);
    auto const version = tx.advance(stream);
    tx.tell(live::changed(changed_event, stream, version));
    return version;
}

bool hold_people(Tx& tx, OrgId org, std::vector<PersonId> people, Instant now) {
    std::ranges::sort(people);
    auto const twice = std::ranges::unique(people);
    people.erase(twice.begin(), twice.end());
    auto const today = iso_text(local_date(now));
    return std::ranges::all_of(
        people, [&](PersonId person) { return directory::hold_person(tx, org, person, today); });
}

}  // namespace horenso::contacts
