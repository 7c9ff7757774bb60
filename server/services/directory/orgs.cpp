// Organisations, and the few changes to people that are made by hand.
#include <algorithm>

#include "platform/text/utf8.hpp"
#include "services/directory/appointing.hpp"
#include "services/directory/departments.hpp"
#include "services/directory/role_rows.hpp"
#include "services/directory/rows.hpp"
#include "services/directory/shared_ids.hpp"

namespace horenso::directory {
namespace {

constexpr std::size_t longest_name = 200;

constexpr Sql insert_org{R"(
    INSERT INTO directory_org (org_id, slug, name, created_at) VALUES ($1, $2, $3, $4))"};

constexpr Sql select_org{R"(
    SELECT org_id, slug, name FROM directory_org WHERE org_id = $1)"};

// SQLite has one writer: nothing to lock.
constexpr Sql lock_row{R"(
    SELECT org_id, slug, name FROM directory_org WHERE org_id = $1)",
                       R"(
    SELECT org_id, slug, name FROM directory_org WHERE org_id = $1 FOR UPDATE)"};

// Before anybody is signed in no organisation is known yet; these two look for it.
constexpr Sql select_slug{R"(
    SELECT org_id, slug, name FROM directory_org WHERE slug = $1)"};
constexpr Sql select_orgs{R"(
    SELECT org_id, slug, name FROM directory_org ORDER BY org_id)"};

constexpr Sql count_other_administrators{R"(
    SELECT COUNT(*) FROM directory_person p
     WHERE p.org_id = $1 AND p.person_id <> $2 AND p.role = 'administrator'
       AND p.leave_from IS NULL
       AND NOT EXISTS (SELECT 1 FROM directory_change c
                        WHERE c.org_id = p.org_id AND c.person_id = p.person_id
                          AND c.kind = 'retirement'))"};

Org org_of(Rows const& row) {
    return {row.get<OrgId>(0), row.get<std::string>(1), row.get<std::string>(2)};
}

bool is_slug(std::string_view text) {
    auto const good = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    };
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), good);
}

}  // namespace

std::optional<Org> find_org(Tx& tx, OrgId org) {
    auto row = tx.query(select_org, org);
    if (!row.next()) return std::nullopt;
    return org_of(row);
}

std::optional<Org> lock_org(Tx& tx, OrgId org) {
    auto row = tx.query(lock_row, org);
    if (!row.next()) return std::nullopt;
    return org_of(row);
}

std::optional<Org> find_org_of_login(Tx& tx, std::string_view login) {
    if (auto const at = login.rfind('@'); at != std::string_view::npos) {
        auto row = tx.query(select_slug, login.substr(at + 1));
        if (row.next()) return org_of(row);
    }
    auto row = tx.query(select_orgs);
    if (!row.next()) return std::nullopt;
    auto only = org_of(row);
    if (row.next()) return std::nullopt;
    return only;
}

bool is_last_administrator(Tx& tx, OrgId org, Person const& person) {
    if (person.role != Role::administrator) return false;
    auto row = tx.query(count_other_administrators, org, person.id);
    return row.next() && row.get<int>(0) == 0;
}

Task<Result<Org>> Directory::create_org(std::string slug, std::string name) {
    if (!is_slug(slug)) co_return Problem{.status = 422, .code = "directory.bad_slug"};
    if (name.empty() || name.size() > longest_name || !text::is_utf8(name) ||
        text::first_forbidden(name))
        co_return Problem{.status = 422, .code = "directory.bad_org_name"};
    auto make = [&](Tx& tx) -> Result<Org> {
        if (tx.query(select_slug, slug).next())
            return Problem{.status = 409, .code = "directory.slug_taken"};
        auto const now = needs_.clock.now();
        Org org{needs_.ids.make<OrgId>(now.ms), slug, name};
        tx.run(insert_org, org.id, org.slug, org.name, now);
        tx.advance(directory_stream(org.id));
        if (needs_.also_make) needs_.also_make(tx, org.id);
        audit::record(tx, now,
                      {.org = org.id,
                       .actor = audit::the_operator,
                       .action = audit::Action::organisation_made,
                       .subject = subject_of(org.id)});
        return org;
    };
    co_return co_await needs_.store.write(make);
}

Task<std::vector<Org>> Directory::orgs() {
    auto read = [](Tx& tx) {
        std::vector<Org> orgs;
        auto row = tx.query(select_orgs);
        while (row.next()) orgs.push_back(org_of(row));
        return orgs;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Person>> Directory::add_person(OrgId org, Person person) {
    if (is_shared_name(person.name) || is_shared_kana(person.kana) || is_shared_login(person.login))
        co_return Problem{.status = 422, .code = "directory.shared_id", .clause = "3.3"};
    auto add = [&](Tx& tx) -> Result<Person> {
        auto const home = lock_org(tx, org);
        if (!home || find_login(tx, *home, person.login))
            return Problem{.status = 409, .code = "directory.login_taken"};
        auto added = person;
        added.id = needs_.ids.make<PersonId>(needs_.clock.now().ms);
        auto const version = tx.advance(directory_stream(org));
        add_departments(tx, org, added);
        insert_person(tx, org, added, version);
        tx.tell(people_changed(org, version));
        StaffPlan const placed{.added = {added}, .changed = {}};
        if (needs_.also_place) needs_.also_place(tx, org, placed);
        audit::record(tx, needs_.clock.now(),
                      {.org = org,
                       .actor = audit::the_operator,
                       .action = audit::Action::person_added,
                       .subject = subject_of(added.id),
                       .details = audit::Details{}.word("role", word_of(added.role))});
        return added;
    };
    co_return co_await needs_.store.write(add);
}

Task<Result<Person>> Directory::set_role(OrgId org, std::string login, Role role) {
    auto change = [&](Tx& tx) -> Result<Person> {
        auto const home = lock_org(tx, org);
        auto person = home ? find_login(tx, *home, login) : std::nullopt;
        if (!person) return Problem{.status = 404, .code = "directory.no_such_person"};
        auto const written = write_appointment(
            tx, org, *person, {person->id, role, sets_of(tx, org, person->id)},
            {audit::the_operator, std::nullopt, needs_.clock.now(), needs_.also_appoint});
        if (!written) return written.problem();
        person->role = role;
        return *person;
    };
    co_return co_await needs_.store.write(change);
}

}  // namespace horenso::directory
