// The addresses from which people outside are written to (clause 4.2). The server writes to nobody: a screen opens the
// device's mail program, or the organisation's webmail.
#include <algorithm>

#include "features/contacts/rows.hpp"
#include "platform/sheet/table.hpp"
#include "services/audit/audit.hpp"

namespace horenso::contacts {
namespace {

constexpr std::string_view placeholder = "{to}";
constexpr std::size_t longest_webmail = 500;

constexpr Sql select_ways{R"(
    SELECT department, address, webmail FROM contacts_mail WHERE org_id = $1 ORDER BY department)"};
constexpr Sql upsert_way{R"(
    INSERT INTO contacts_mail (org_id, department, address, webmail) VALUES ($1, $2, $3, $4)
    ON CONFLICT (org_id, department) DO UPDATE
       SET address = excluded.address, webmail = excluded.webmail)"};
constexpr Sql delete_way{"DELETE FROM contacts_mail WHERE org_id = $1 AND department = $2"};
constexpr Sql rename_way{
    "UPDATE contacts_mail SET department = $3 WHERE org_id = $1 AND department = $2"};

std::vector<MailWay> ways_of(Tx& tx, OrgId org) {
    std::vector<MailWay> all;
    auto row = tx.query(select_ways, org);
    while (row.next())
        all.push_back({row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)});
    return all;
}

/// Nothing but a page that the device asks for itself, safely.
bool is_webmail(std::string_view address) {
    auto const is_plain = [](char c) { return c > ' ' && c < '\x7f' && c != '"' && c != '\\'; };
    return address.starts_with("https://") && address.find(placeholder) != address.npos &&
           address.size() <= longest_webmail && std::ranges::all_of(address, is_plain);
}

MailWay normalised(MailWay way) {
    way.address = sheet::trimmed(way.address);
    way.webmail = sheet::trimmed(way.webmail);
    return way;
}

bool is_good(MailWay const& way) {
    if (way.address.empty()) return way.webmail.empty();
    return is_mail_address(way.address) && (way.webmail.empty() || is_webmail(way.webmail));
}

bool is_department(Tx& tx, OrgId org, std::string const& name) {
    if (name.empty()) return true;  // the organisation's
    auto const departments = directory::departments_of(tx, org);
    return std::ranges::find(departments, name, &directory::Department::name) != departments.end();
}

}  // namespace

Task<Desk> Contacts::desk(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        Desk desk{.may_keep = may_keep(tx, viewer)};
        auto ways = ways_of(tx, viewer.org);
        auto const person = directory::find_person(tx, viewer.org, viewer.person);
        // The organisation's comes first, so what the department says stands over it.
        for (auto const& way : ways)
            if (way.department.empty() || (person && way.department == person->department))
                desk.mail = way;
        desk.may_set_mail = directory::may(tx, viewer, Permission::contacts);
        if (desk.may_set_mail) desk.all = std::move(ways);
        return desk;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Contacts::set_mail(Viewer const& viewer, MailWay typed) {
    auto const way = normalised(std::move(typed));
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::contacts>(tx, viewer);
        if (!permit) return permit.problem();
        if (!is_good(way)) return Problem{.status = 422, .code = "contacts.bad_way"};
        if (!is_department(tx, viewer.org, way.department))
            return Problem{.status = 422, .code = "contacts.no_such_department"};
        // Readers of the organisation's book hear of it, and ask.
        advance(tx, viewer.org, std::nullopt);
        if (way.address.empty())
            tx.run(delete_way, viewer.org, way.department);
        else
            tx.run(upsert_way, viewer.org, way.department, way.address, way.webmail);
        audit::record(tx, needs_.clock.now(),
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::mail_way_set,
                       .subject = subject_of(viewer.org)});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames) {
    directory::rename_in(tx, org, renames, rename_way, delete_way);
    advance(tx, org, std::nullopt);
}

}  // namespace horenso::contacts
