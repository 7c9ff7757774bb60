// api/roles.yaml
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

void write_texts(json::Writer& out, std::vector<std::string> const& texts) {
    out.open_array();
    for (auto const& one : texts) out.value(one);
    out.close_array();
}

void write_set(json::Writer& out, RoleSet const& set) {
    out.open_object().field("id", set.id).field("name", set.name);
    write_permissions(out.key("permissions"), set.permissions);
    out.close_object();
}

void write_appointed(json::Writer& out, Appointed const& one) {
    out.open_object()
        .field("person", one.person)
        .field("role", role_name(one.role))
        .key("sets")
        .open_array();
    for (auto const set : one.sets) out.value(set);
    out.close_array().close_object();
}

void write_change(json::Writer& out, RoleChange const& change) {
    out.open_object().field("id", change.id).field("at", change.at.ms);
    if (change.by) out.field("by", *change.by);
    if (change.person)
        out.field("person", *change.person)
            .field("role_before", change.role_before)
            .field("role_after", change.role_after);
    else
        out.field("set", change.set);
    write_texts(out.key("before"), change.before);
    write_texts(out.key("after"), change.after);
    out.close_object();
}

Task<Result<net::Reply>> list_roles(Appointments& appointments, Viewer const& viewer,
                                    net::Request&) {
    auto const roles = co_await appointments.roles(viewer);
    if (!roles) co_return roles.problem();
    json::Writer out;
    out.open_object().key("sets").open_array();
    for (auto const& one : roles->sets) write_set(out, one);
    out.close_array().key("people").open_array();
    for (auto const& one : roles->people) write_appointed(out, one);
    out.close_array().key("changes").open_array();
    for (auto const& one : roles->changes) write_change(out, one);
    out.close_array()
        .field("seen", roles->seen)
        .field("may_edit_sets", roles->may_edit_sets)
        .close_object();
    co_return net::ok(out.take());
}

struct AppointBody {
    std::string role;
    std::vector<RoleSetId> sets;
};
BOOST_DESCRIBE_STRUCT(AppointBody, (), (role, sets))

Task<Result<net::Reply>> appoint(Appointments& appointments, Viewer const& viewer,
                                 net::Request& request) {
    auto body = request.json<AppointBody>();
    if (!body) co_return body.problem();
    auto const role = role_named(body->role);
    if (!role) co_return Problem{.status = 422, .code = "directory.unknown_role"};
    auto done = co_await appointments.appoint(viewer, request.id<PersonId>("person"), *role,
                                              std::move(body->sets));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

struct SetBody {
    std::string name;
    std::vector<std::string> permissions;
};
BOOST_DESCRIBE_STRUCT(SetBody, (), (name, permissions))

Result<NewRoleSet> new_set(net::Request& request) {
    auto body = request.json<SetBody>();
    if (!body) return body.problem();
    NewRoleSet set{std::move(body->name), {}};
    for (auto const& name : body->permissions) {
        auto const known = permission_named(name);
        if (!known) return Problem{.status = 422, .code = "directory.bad_set"};
        set.permissions.insert(*known);
    }
    return set;
}

Task<Result<net::Reply>> make_set(Appointments& appointments, Viewer const& viewer,
                                  net::Request& request) {
    auto set = new_set(request);
    if (!set) co_return set.problem();
    auto made = co_await appointments.make_set(viewer, *std::move(set));
    if (!made) co_return made.problem();
    json::Writer out;
    out.open_object().field("id", *made).close_object();
    co_return net::created(out.take());
}

Task<Result<net::Reply>> change_set(Appointments& appointments, Viewer const& viewer,
                                    net::Request& request) {
    auto set = new_set(request);
    if (!set) co_return set.problem();
    auto done =
        co_await appointments.change_set(viewer, request.id<RoleSetId>("set"), *std::move(set));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> delete_set(Appointments& appointments, Viewer const& viewer,
                                    net::Request& request) {
    auto done = co_await appointments.delete_set(viewer, request.id<RoleSetId>("set"));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

struct SeenBody {
    std::int64_t up_to = 0;
};
BOOST_DESCRIBE_STRUCT(SeenBody, (), (up_to))

Task<Result<net::Reply>> see(Appointments& appointments, Viewer const& viewer,
                             net::Request& request) {
    auto const body = request.json<SeenBody>();
    if (!body) co_return body.problem();
    auto done = co_await appointments.see(viewer, body->up_to);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void write_permissions(json::Writer& out, Permissions const& permissions) {
    out.open_array();
    for (auto const one : permissions) out.value(permission_name(one));
    out.close_array();
}

void add_routes(net::Router& router, Guard const& member, Appointments& appointments) {
    using Answer = Task<Result<net::Reply>> (*)(Appointments&, Viewer const&, net::Request&);
    auto to = [&](Answer answer) -> net::Handler {
        return member([&appointments, answer](Viewer const& v, net::Request& r) {
            return answer(appointments, v, r);
        });
    };
    using enum net::Method;
    std::string const base = "/api/v1/roles";
    router.add({get, base, "sub-administrator", to(list_roles)});
    router.add({put, base + "/people/{person}", "sub-administrator", to(appoint)});
    router.add({put, base + "/seen", "sub-administrator", to(see)});
    router.add({post, base + "/sets", "administrator", to(make_set)});
    router.add({put, base + "/sets/{set}", "administrator", to(change_set)});
    router.add({remove, base + "/sets/{set}", "administrator", to(delete_set)});
}

}  // namespace horenso::directory
