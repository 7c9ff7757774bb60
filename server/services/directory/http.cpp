#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/fields.hpp"

namespace horenso::directory {
namespace {

constexpr char const* csv_type = "text/csv";
constexpr char const* xlsx_type =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

std::string people_json(std::vector<Person> const& people) {
    json::Writer out;
    out.open_object().key("people").open_array();
    for (auto const& person : people) out.raw(person_json(person));
    out.close_array().close_object();
    return out.take();
}

Task<Result<net::Reply>> list_people(Directory& directory, Viewer const& viewer, net::Request&) {
    auto const people = co_await directory.people(viewer);
    co_return net::ok(people_json(people));
}

struct HeadBody {
    std::string department;
    std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(HeadBody, (), (department, person))

Task<Result<net::Reply>> list_departments(Directory& directory, Viewer const& viewer,
                                          net::Request&) {
    auto const departments = co_await directory.departments(viewer);
    json::Writer out;
    out.open_object().field("version", departments.version).key("departments").open_array();
    for (auto const& one : departments.all) {
        out.open_object().field("name", one.name);
        if (!one.parent.empty()) out.field("parent", one.parent);
        out.field("people", one.people);
        if (one.head) out.field("head", *one.head);
        out.close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

struct DepartmentBody {
    std::string name;
    std::optional<std::string> was;
    std::optional<std::string> parent;
};
BOOST_DESCRIBE_STRUCT(DepartmentBody, (), (name, was, parent))
struct DepartmentsBody {
    std::int64_t version = 0;
    std::vector<DepartmentBody> departments;
};
BOOST_DESCRIBE_STRUCT(DepartmentsBody, (), (version, departments))

Task<Result<net::Reply>> set_departments(Directory& directory, Viewer const& viewer,
                                         net::Request& request) {
    auto body = request.json<DepartmentsBody>();
    if (!body) co_return body.problem();
    std::vector<NewDepartment> departments;
    for (auto& one : body->departments)
        departments.push_back({std::move(one.name), std::move(one.was), std::move(one.parent)});
    auto done = co_await directory.set_departments(viewer, body->version, std::move(departments));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> set_head(Directory& directory, Viewer const& viewer,
                                  net::Request& request) {
    auto body = request.json<HeadBody>();
    if (!body) co_return body.problem();
    auto done = co_await directory.set_head(viewer, std::move(body->department), body->person);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

struct LeaveBody {
    std::string from;
    std::optional<std::string> until;
};
BOOST_DESCRIBE_STRUCT(LeaveBody, (), (from, until))

Task<Result<net::Reply>> set_leave(Directory& directory, Viewer const& viewer,
                                   net::Request& request) {
    auto body = request.json<LeaveBody>();
    if (!body) co_return body.problem();
    Leave leave{std::move(body->from), std::move(body->until)};
    auto done = co_await directory.set_leave(viewer, request.id<PersonId>("person"), leave);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> end_leave(Directory& directory, Viewer const& viewer,
                                   net::Request& request) {
    auto done = co_await directory.set_leave(viewer, request.id<PersonId>("person"), std::nullopt);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> import_people(Directory& directory, Viewer const& viewer,
                                       net::Request& request) {
    auto key = import_key(request.query_parameter("key"));
    if (!key) co_return key.problem();
    auto report = co_await directory.import_staff(viewer, std::move(request.body), *std::move(key));
    if (!report) co_return report.problem();
    co_return net::ok(report_json(*report));
}

Task<Result<net::Reply>> get_import(Directory& directory, Viewer const& viewer, net::Request&) {
    auto const standing = co_await directory.import_standing(viewer);
    if (!standing) co_return standing.problem();
    co_return net::ok(standing_json(*standing));
}

Task<Result<net::Reply>> preview_import(Directory& directory, Viewer const& viewer,
                                        net::Request& request) {
    auto plan = co_await directory.preview_import(viewer, std::move(request.body));
    if (!plan) co_return plan.problem();
    co_return net::ok(plan_json(*plan));
}

struct ExportBody {
    std::string format;
};
BOOST_DESCRIBE_STRUCT(ExportBody, (), (format))

Task<Result<net::Reply>> export_people(Directory& directory, Viewer const& viewer,
                                       net::Request& request) {
    auto const body = request.json<ExportBody>();
    if (!body) co_return body.problem();
    auto const kind = sheet_kind(body->format);
    if (!kind) co_return kind.problem();
    auto sheet = co_await directory.export_staff(viewer, *kind);
    if (!sheet) co_return sheet.problem();
    co_return as_file(*std::move(sheet), *kind, "staff");
}

void write_change(json::Writer& out, StaffChange const& change) {
    out.open_object().key("person").raw(person_json(change.before)).key("fields").open_array();
    for (auto const& field : fields())
        if (field.of(change.before) != field.of(change.after))
            out.open_object()
                .field("field", field.name)
                .field("before", field.of(change.before))
                .field("after", field.of(change.after))
                .close_object();
    out.close_array().close_object();
}

}  // namespace

Result<SheetKind> sheet_kind(std::string_view word) {
    if (word == "xlsx") return SheetKind::xlsx;
    if (word == "csv") return SheetKind::csv;
    return Problem{.status = 422, .code = "directory.bad_format"};
}

net::Reply as_file(std::string sheet, SheetKind kind, std::string const& name) {
    bool const is_csv = kind == SheetKind::csv;
    net::Reply reply{.content_type = is_csv ? csv_type : xlsx_type, .body = std::move(sheet)};
    reply.headers.emplace_back("Content-Disposition",
                               "attachment; filename=\"" + name + (is_csv ? ".csv\"" : ".xlsx\""));
    return reply;
}

std::string plan_json(StaffPlan const& plan) {
    json::Writer out;
    out.open_object().key("added").open_array();
    for (auto const& person : plan.added) {
        out.open_object().field("login", person.login);
        for (auto const& field : fields()) out.field(field.name, field.of(person));
        out.close_object();
    }
    out.close_array().key("changed").open_array();
    for (auto const& change : plan.changed) write_change(out, change);
    out.close_array().field("unchanged", plan.unchanged).close_object();
    return out.take();
}

void add_routes(net::Router& router, Guard const& member, Directory& directory) {
    using Answer = Task<Result<net::Reply>> (*)(Directory&, Viewer const&, net::Request&);
    auto to = [&](Answer answer) -> net::Handler {
        return member([&directory, answer](Viewer const& v, net::Request& r) {
            return answer(directory, v, r);
        });
    };
    using enum net::Method;
    std::string const leave = "/api/v1/directory/people/{person}/leave";
    router.add({get, "/api/v1/directory/people", "member", to(list_people)});
    router.add({put, leave, "permission staff", to(set_leave)});
    router.add({remove, leave, "permission staff", to(end_leave)});
    router.add({get, "/api/v1/directory/departments", "member", to(list_departments)});
    router.add({put, "/api/v1/directory/departments", "permission staff", to(set_departments)});
    router.add({post, "/api/v1/directory/exports", "permission staff", to(export_people)});
    router.add({put, "/api/v1/directory/heads", "permission staff", to(set_head)});
    router.add({get, "/api/v1/directory/imports", "permission staff", to(get_import)});
    router.add({post, "/api/v1/directory/imports", "permission staff", to(import_people),
                largest_sheet, sheet_types});
    router.add({post, "/api/v1/directory/imports/preview", "permission staff", to(preview_import),
                largest_sheet, sheet_types});
}

}  // namespace horenso::directory
