// Reading and changing single people; the import stands in import.cpp.
#include "platform/base/json_writer.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/planned.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

constexpr Sql select_person{R"(
    SELECT person_id, login, name, kana, department, position, employment, extension, hired_on, role,
           leave_from, leave_until, posts, telephone, duties, retired, site, photo_id
      FROM directory_person
     WHERE org_id = $1 AND person_id = $2 AND retired = 0)"};

constexpr Sql select_login{R"(
    SELECT person_id, login, name, kana, department, position, employment, extension, hired_on, role,
           leave_from, leave_until, posts, telephone, duties, retired, site, photo_id
      FROM directory_person
     WHERE org_id = $1 AND login = $2)"};

constexpr Sql select_changed{R"(
    SELECT person_id, login, name, kana, department, position, employment, extension, hired_on, role,
           leave_from, leave_until, posts, telephone, duties, retired, site, photo_id
      FROM directory_person
     WHERE org_id = $1 AND version > $2
     ORDER BY sort_key, person_id)"};

constexpr Sql select_one{R"(
    SELECT 1 FROM directory_person WHERE org_id = $1 AND person_id = $2 AND retired = 0)"};

constexpr Sql select_ids{R"(
    SELECT person_id FROM directory_person
     WHERE org_id = $1 AND retired = 0
     ORDER BY person_id)"};
constexpr Sql select_orgs{"SELECT org_id FROM directory_org ORDER BY org_id"};

// SQLite has one writer: nothing to hold.
constexpr Sql hold_row{R"(
    SELECT person_id FROM directory_person WHERE org_id = $1 AND person_id = $2 AND retired = 0)",
                       R"(
    SELECT person_id FROM directory_person WHERE org_id = $1 AND person_id = $2 AND retired = 0
       FOR SHARE)"};

// Nor anybody to wait for.
constexpr Sql lock_row{R"(
    SELECT person_id FROM directory_person WHERE org_id = $1 AND person_id = $2)",
                       R"(
    SELECT person_id FROM directory_person WHERE org_id = $1 AND person_id = $2 FOR UPDATE)"};

constexpr Sql select_access_version{R"(
    SELECT access_version FROM directory_person WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql count_access_version_up{R"(
    UPDATE directory_person SET access_version = access_version + 1
     WHERE org_id = $1 AND person_id = $2
    RETURNING access_version)"};

template <class Id>
std::vector<Id> ids(Rows rows) {
    std::vector<Id> all;
    while (rows.next()) all.push_back(rows.get<Id>(0));
    return all;
}

std::vector<Person> all(Rows rows) {
    std::vector<Person> people;
    while (rows.next()) people.push_back(person_of(rows));
    return people;
}

std::optional<Person> first(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return person_of(rows);
}

}  // namespace

Stream directory_stream(OrgId org) { return {org, "directory", 0}; }

Stream person_stream(OrgId org, PersonId person) { return {org, "person", person.value}; }

std::optional<Problem> refuse_download(Viewer const& viewer) {
    if (viewer.may_download) return std::nullopt;
    return Problem{.status = 403, .code = "directory.not_downloaded_here", .clause = "3.4"};
}

std::optional<Person> find_person(Tx& tx, OrgId org, PersonId person) {
    return first(tx.query(select_person, org, person));
}

std::optional<Person> find_login(Tx& tx, Org const& org, std::string_view login) {
    if (auto found = first(tx.query(select_login, org.id, login))) return found;
    if (login.find('@') != std::string_view::npos) return std::nullopt;
    return first(tx.query(select_login, org.id, std::string{login} + '@' + org.slug));
}

std::vector<Person> people_since(Tx& tx, OrgId org, std::int64_t version) {
    return all(tx.query(select_changed, org, version));
}

bool hold_person(Tx& tx, OrgId org, PersonId person, std::string_view today) {
    return tx.query(hold_row, org, person).next() && !is_over(tx, org, person, today);
}

void lock_person(Tx& tx, OrgId org, PersonId person) { tx.query(lock_row, org, person).next(); }

bool is_person(Tx& tx, OrgId org, PersonId person) {
    return tx.query(select_one, org, person).next();
}

std::vector<PersonId> person_ids(Tx& tx, OrgId org) {
    return ids<PersonId>(tx.query(select_ids, org));
}

std::vector<OrgId> org_ids(Tx& tx) { return ids<OrgId>(tx.query(select_orgs)); }

std::int64_t access_version(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_access_version, org, person);
    return row.next() ? row.get<std::int64_t>(0) : 0;
}

std::int64_t change_access(Tx& tx, OrgId org, PersonId person) {
    std::int64_t now = 0;
    {
        auto row = tx.query(count_access_version_up, org, person);
        if (row.next()) now = row.get<std::int64_t>(0);
    }
    tx.tell(access_changed(org, person, tx.advance(person_stream(org, person)), now));
    return now;
}

Told access_changed(OrgId org, PersonId person, std::int64_t version, std::int64_t access) {
    auto const stream = person_stream(org, person);
    json::Writer event;
    event.open_object()
        .field("type", "access.changed")
        .field("stream", stream.name())
        .field("version", version)
        .field("access_version", access)
        .close_object();
    return {.stream = stream, .version = version, .json = event.take()};
}

std::string person_json(Person const& person) {
    json::Writer out;
    out.open_object()
        .field("id", person.id)
        .field("name", person.name)
        .field("kana", person.kana)
        .field("login", person.login)
        .field("department", person.department)
        .field("position", person.position)
        .key("posts")
        .open_array();
    for (auto const& [department, position] : person.posts)
        out.open_object()
            .field("department", department)
            .field("position", position)
            .close_object();
    out.close_array()
        .field("employment", person.employment)
        .field("extension", person.extension)
        .field("telephone", person.telephone)
        .field("duties", person.duties)
        .field("role", role_name(person.role));
    if (!person.site.empty()) out.field("site", person.site);
    if (person.leave) {
        out.key("leave").open_object().field("from", person.leave->from);
        if (person.leave->until) out.field("until", *person.leave->until);
        out.close_object();
    }
    if (person.photo) out.field("photo", *person.photo);
    if (person.retired) out.field("retired", true);
    out.close_object();
    return out.take();
}

Task<std::vector<Person>> Directory::people(Viewer const& viewer) {
    co_return co_await people_of(viewer.org);
}

Task<std::vector<Person>> Directory::people_of(OrgId org) {
    auto read = [org](Tx& tx) { return people_since(tx, org, 0); };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::directory
