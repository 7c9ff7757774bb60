#include "services/directory/rows.hpp"

#include "platform/base/json_writer.hpp"
#include "platform/text/kana.hpp"
#include "services/directory/posts.hpp"

namespace horenso::directory {
namespace {

constexpr Sql insert_row{R"(
    INSERT INTO directory_person
           (org_id, person_id, login, name, kana, sort_key, department, position, employment,
            extension, hired_on, role, posts, telephone, duties, site, access_version, version)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, 1, $17))"};

constexpr Sql update_row{R"(
    UPDATE directory_person
       SET login = $3, name = $4, kana = $5, sort_key = $6, department = $7, position = $8,
           employment = $9, extension = $10, hired_on = $11, role = $12, posts = $13,
           telephone = $14, duties = $15, site = $16, version = $17
     WHERE org_id = $1 AND person_id = $2)"};

void write_row(Tx& tx, Sql const& sql, OrgId org, Person const& p, std::int64_t version) {
    tx.run(sql, org, p.id, p.login, p.name, p.kana, text::katakana_sort_key(p.kana), p.department,
           p.position, p.employment, p.extension, p.hired_on, role_name(p.role),
           posts_text(p.posts), p.telephone, p.duties, p.site, version);
}

}  // namespace

Person person_of(Rows const& row) {
    Person person;
    person.id = row.get<PersonId>(0);
    person.login = row.get<std::string>(1);
    person.name = row.get<std::string>(2);
    person.kana = row.get<std::string>(3);
    person.department = row.get<std::string>(4);
    person.position = row.get<std::string>(5);
    person.employment = row.get<std::string>(6);
    person.extension = row.get<std::string>(7);
    person.hired_on = row.get<std::optional<std::string>>(8);
    person.role = role_named(row.get<std::string_view>(9)).value_or(Role::member);
    person.leave = leave_in(row, 10);
    person.posts = parse_posts(row.get<std::string_view>(12));
    person.telephone = row.get<std::string>(13);
    person.duties = row.get<std::string>(14);
    person.retired = row.get<std::int64_t>(15) != 0;
    person.site = row.get<std::string>(16);
    person.photo = row.get<std::optional<PhotoId>>(17);
    return person;
}

void insert_person(Tx& tx, OrgId org, Person const& person, std::int64_t version) {
    write_row(tx, insert_row, org, person, version);
}

void update_person(Tx& tx, OrgId org, Person const& person, std::int64_t version) {
    write_row(tx, update_row, org, person, version);
}

Told people_changed(OrgId org, std::int64_t version) {
    auto const stream = directory_stream(org);
    json::Writer event;
    event.open_object()
        .field("type", "directory.people_changed")
        .field("stream", stream.name())
        .field("version", version)
        .close_object();
    return {.stream = stream, .version = version, .json = event.take()};
}

}  // namespace horenso::directory
