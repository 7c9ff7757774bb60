// Contacts of somebody who retires (clause 3.9).
#include "features/contacts/rows.hpp"

namespace horenso::contacts {
namespace {

constexpr Sql delete_own{R"(
    DELETE FROM contacts_contact WHERE org_id = $1 AND owner_id = $2 AND removed = 0)"};
constexpr Sql delete_traces{"DELETE FROM contacts_contact WHERE org_id = $1 AND owner_id = $2"};
constexpr Sql select_books{R"(
    SELECT DISTINCT owner_id
      FROM contacts_contact
     WHERE org_id = $1 AND responsible_id = $2
     ORDER BY owner_id)"};
constexpr Sql clear_responsible{R"(
    UPDATE contacts_contact SET responsible_id = NULL, version = $4
     WHERE org_id = $1 AND owner_id = $2 AND responsible_id = $3)"};

std::vector<Owner> books_that_name(Tx& tx, OrgId org, PersonId person) {
    std::vector<Owner> books;
    auto row = tx.query(select_books, org, person);
    while (row.next()) {
        auto const owner = row.get<PersonId>(0);
        books.push_back(owner.value == 0 ? std::nullopt : Owner{owner});
    }
    return books;
}

}  // namespace

directory::Erased erase_person(Tx& tx, OrgId org, PersonId person) {
    directory::Erased erased{"contacts", tx.run(delete_own, org, person)};
    tx.run(delete_traces, org, person);
    for (auto const owner : books_that_name(tx, org, person)) {
        auto const version = advance(tx, org, owner);
        tx.run(clear_responsible, org, owner ? owner->value : 0, person, version);
    }
    return erased;
}

}  // namespace horenso::contacts
