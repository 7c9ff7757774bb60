// Contacts that go with somebody, and those of everybody that name them (引き継ぎ, clause 3.9).
#include "features/contacts/contacts.hpp"

namespace horenso::contacts {
namespace {

constexpr Sql count_own{R"(
    SELECT COUNT(*) FROM contacts_contact WHERE org_id = $1 AND owner_id = $2 AND removed = 0)"};
constexpr Sql count_responsible{R"(
    SELECT COUNT(*) FROM contacts_contact
     WHERE org_id = $1 AND owner_id = 0 AND responsible_id = $2 AND removed = 0)"};

void add_counted(std::vector<directory::HandOver>& all, std::string what, Rows row) {
    auto const count = row.next() ? row.get<std::int64_t>(0) : 0;
    if (count > 0) all.push_back({std::move(what), "", count});
}

}  // namespace

std::vector<directory::HandOver> carried_by(Tx& tx, OrgId org, PersonId person) {
    std::vector<directory::HandOver> all;
    add_counted(all, "contacts", tx.query(count_own, org, person));
    add_counted(all, "responsible", tx.query(count_responsible, org, person));
    return all;
}

}  // namespace horenso::contacts
