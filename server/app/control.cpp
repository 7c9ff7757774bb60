#include "app/control.hpp"

#include <algorithm>

#include "app/verify.hpp"
#include "platform/base/json_writer.hpp"

namespace horenso::app {
namespace {

constexpr std::size_t largest_sheet = 8 * 1024 * 1024;

struct CardsBody {
    std::optional<std::string> org;
    std::vector<std::string> logins;
    std::optional<std::string> role;  ///< the first person with this role
    bool all = false;
};
BOOST_DESCRIBE_STRUCT(CardsBody, (), (org, logins, role, all))

struct OrganisationBody {
    std::string slug;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(OrganisationBody, (), (slug, name))

struct RoleBody {
    std::optional<std::string> org;
    std::string login;
    std::string role;
};
BOOST_DESCRIBE_STRUCT(RoleBody, (), (org, login, role))

struct BackupBody {
    std::string folder;  ///< an absolute path
};
BOOST_DESCRIBE_STRUCT(BackupBody, (), (folder))

/// By its slug; without one, the only organisation there is.
Task<Result<directory::Org>> find_org(directory::Directory& directory,
                                      std::optional<std::string> slug) {
    auto const orgs = co_await directory.orgs();
    for (auto const& org : orgs)
        if (slug ? org.slug == *slug : orgs.size() == 1) co_return org;
    co_return Problem{.status = 404, .code = "app.which_organisation"};
}

/// Whom the body means; a login may do without its ending. Nobody if one of them isn't there.
std::vector<directory::Person> chosen(CardsBody const& body, directory::Org const& org,
                                      std::vector<directory::Person> const& people) {
    if (body.all) return people;
    auto const first = [&](auto const& is_meant) -> std::vector<directory::Person> {
        auto const found = std::find_if(people.begin(), people.end(), is_meant);
        if (found == people.end()) return {};
        return {*found};
    };
    if (body.role)
        return first([&](auto const& p) { return directory::role_name(p.role) == *body.role; });
    std::vector<directory::Person> meant;
    for (auto const& login : body.logins) {
        auto const found = first(
            [&](auto const& p) { return p.login == login || p.login == login + '@' + org.slug; });
        if (found.empty()) return {};
        meant.push_back(found.front());
    }
    return meant;
}

Task<Result<net::Reply>> add_organisation(ControlParts const& parts, net::Request& request) {
    auto body = request.json<OrganisationBody>();
    if (!body) co_return body.problem();
    auto org = co_await parts.directory.create_org(std::move(body->slug), std::move(body->name));
    if (!org) co_return org.problem();
    json::Writer out;
    out.open_object()
        .field("id", org->id)
        .field("slug", org->slug)
        .field("name", org->name)
        .close_object();
    co_return net::created(out.take());
}

Task<Result<net::Reply>> import_people(ControlParts const& parts, net::Request& request) {
    auto slug = request.query_parameter("org");
    auto org = co_await find_org(parts.directory, std::move(slug));
    if (!org) co_return org.problem();
    if (request.query_parameter("dry_run")) {
        auto plan = co_await parts.directory.preview_import_of(org->id, std::move(request.body));
        if (!plan) co_return plan.problem();
        co_return net::ok(directory::plan_json(*plan));
    }
    auto report = co_await parts.directory.import_staff_of(org->id, std::move(request.body));
    if (!report) co_return report.problem();
    co_return net::ok(directory::report_json(*report));
}

Task<Result<net::Reply>> people_import_standing(ControlParts const& parts, net::Request& request) {
    auto slug = request.query_parameter("org");
    auto org = co_await find_org(parts.directory, std::move(slug));
    if (!org) co_return org.problem();
    co_return net::ok(directory::standing_json(parts.directory.import_standing_of(org->id)));
}

directory::SheetKind wanted_kind(net::Request const& request) {
    return request.query_parameter("format") == "xlsx" ? directory::SheetKind::xlsx
                                                       : directory::SheetKind::csv;
}

Task<Result<net::Reply>> export_people(ControlParts const& parts, net::Request& request) {
    auto slug = request.query_parameter("org");
    auto org = co_await find_org(parts.directory, std::move(slug));
    if (!org) co_return org.problem();
    auto sheet = co_await parts.directory.export_staff_of(org->id, wanted_kind(request));
    co_return net::Reply{.content_type = "application/octet-stream", .body = std::move(sheet)};
}

Task<Result<net::Reply>> import_contacts(ControlParts const& parts, net::Request& request) {
    auto slug = request.query_parameter("org");
    auto org = co_await find_org(parts.directory, std::move(slug));
    if (!org) co_return org.problem();
    if (request.query_parameter("dry_run")) {
        auto plan = co_await parts.contacts.preview_import_of(org->id, std::move(request.body));
        if (!plan) co_return plan.problem();
        co_return net::ok(contacts::plan_json(*plan));
    }
    auto report = co_await parts.contacts.import_sheet_of(org->id, std::move(request.body));
    if (!report) co_return report.problem();
    co_return net::ok(directory::report_json(*report));
}

Task<Result<net::Reply>> contacts_import_standing(ControlParts const& parts,
                                                  net::Request& request) {
    auto slug = request.query_parameter("org");
    auto org = co_await find_org(parts.directory, std::move(slug));
    if (!org) co_return org.problem();
    co_return net::ok(directory::standing_json(parts.contacts.import_standing_of(org->id)));
}

Task<Result<net::Reply>> export_contacts(ControlParts const& parts, net::Request& request) {
    auto slug = request.query_parameter("org");
    auto org = co_await find_org(parts.directory, std::move(slug));
    if (!org) co_return org.problem();
    auto sheet = co_await parts.contacts.export_sheet_of(org->id, wanted_kind(request));
    co_return net::Reply{.content_type = "application/octet-stream", .body = std::move(sheet)};
}

Task<Result<net::Reply>> issue_cards(ControlParts const& parts, net::Request& request) {
    auto body = request.json<CardsBody>();
    if (!body) co_return body.problem();
    auto org = co_await find_org(parts.directory, body->org);
    if (!org) co_return org.problem();
    auto const everybody = co_await parts.directory.people_of(org->id);
    auto const people = chosen(*body, *org, everybody);
    if (people.empty()) co_return Problem{.status = 404, .code = "directory.no_such_person"};
    json::Writer out;
    out.open_object().key("cards").open_array();
    for (auto const& person : people) {
        auto card = co_await parts.access.issue_card_of(org->id, person.id);
        if (!card) co_return card.problem();
        out.open_object()
            .field("login", person.login)
            .field("name", person.name)
            .field("code", card->code)
            .field("url", parts.url + "/hello#c=" + card->code)
            .close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Task<Result<net::Reply>> set_role(ControlParts const& parts, net::Request& request) {
    auto body = request.json<RoleBody>();
    if (!body) co_return body.problem();
    auto org = co_await find_org(parts.directory, body->org);
    if (!org) co_return org.problem();
    auto const role = directory::role_named(body->role);
    if (!role) co_return Problem{.status = 422, .code = "app.unknown_role"};
    auto person = co_await parts.directory.set_role(org->id, std::move(body->login), *role);
    if (!person) co_return person.problem();
    co_return net::ok(directory::person_json(*person));
}

Task<Result<net::Reply>> make_backup(ControlParts const& parts, net::Request& request) {
    auto body = request.json<BackupBody>();
    if (!body) co_return body.problem();
    std::filesystem::path place{std::move(body->folder)};
    auto made = co_await parts.backups.make(std::move(place));
    if (!made) co_return made.problem();
    json::Writer out;
    out.open_object()
        .field("backup", made->folder.string())
        .field("mark", backup::utc_text(made->manifest.mark.at))
        .field("files", made->manifest.files.size())
        .field("bytes", made->manifest.bytes())
        .close_object();
    co_return net::created(out.take());
}

Task<Result<net::Reply>> verify_all(ControlParts const& parts, net::Request&) {
    VerifyParts const looked_into{parts.directory, parts.audit, parts.talk, parts.backups};
    auto const findings = co_await verify(looked_into);
    json::Writer out;
    out.open_object().key("findings").open_array();
    for (auto const& one : findings) out.raw(one.json);
    out.close_array().close_object();
    co_return net::ok(out.take());
}

}  // namespace

void add_control_routes(net::Router& router, ControlParts parts) {
    using enum net::Method;
    auto operator_only =
        [parts](Task<Result<net::Reply>> (*answer)(ControlParts const&, net::Request&)) {
            return net::Handler{
                [parts, answer](net::Request& request) { return answer(parts, request); }};
        };
    router.add({post, "/organisations", "operator", operator_only(add_organisation)});
    router.add({post, "/import/people", "operator", operator_only(import_people), largest_sheet,
                "text/csv"});
    router.add(
        {post, "/import/people/standing", "operator", operator_only(people_import_standing)});
    router.add({post, "/export/people", "operator", operator_only(export_people)});
    router.add({post, "/import/contacts", "operator", operator_only(import_contacts), largest_sheet,
                "text/csv"});
    router.add(
        {post, "/import/contacts/standing", "operator", operator_only(contacts_import_standing)});
    router.add({post, "/export/contacts", "operator", operator_only(export_contacts)});
    router.add({post, "/cards", "operator", operator_only(issue_cards)});
    router.add({post, "/role", "operator", operator_only(set_role)});
    router.add({post, "/verify", "operator", operator_only(verify_all)});
    router.add({post, "/backups", "operator", operator_only(make_backup)});
}

}  // namespace horenso::app
