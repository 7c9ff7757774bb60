#include "app/routes.hpp"

#include "app/web_assets.hpp"
#include "platform/base/json_writer.hpp"

namespace horenso::embedded {
std::span<File const> web();  // web/dist
}

namespace horenso::app {
namespace {

constexpr Sql select_one{"SELECT 1"};

Task<Result<net::Reply>> health(Store& store) {
    auto ask = [](Tx& tx) { return tx.query(select_one).next(); };
    co_await store.read(ask);
    json::Writer out;
    out.open_object().field("status", "ok").field("version", HORENSO_VERSION).close_object();
    co_return net::ok(out.take());
}

// The line and catching up go on by themselves while a screen stands open.
Task<Result<live::Reader>> reader(access::Door const& door, net::Request& request) {
    auto viewer = co_await door.identify(request, access::Use::screen);
    if (!viewer) co_return viewer.problem();
    live::Reader const reader{viewer->org, viewer->person.value, viewer->session.value};
    co_return reader;
}

/// Whether whoever asks may do what the route is for; the operation asks again in its own transaction.
Task<Result<Done>> may_send(Store& store, std::string const& authz, Viewer const& viewer) {
    auto look = [&](Tx& tx) -> Result<Done> {
        if (authz == "keeper of contacts" && !contacts::may_keep(tx, viewer))
            return Problem{.status = 403, .code = "contacts.not_keeper"};
        constexpr std::string_view permission = "permission ";
        if (!authz.starts_with(permission)) return Done{};
        auto const name = std::string_view{authz}.substr(permission.size());
        auto const may =
            directory::permitted(tx, viewer, directory::permission_named(name).value());
        if (!may) return may.problem();
        return Done{};
    };
    co_return co_await store.read(look);
}

net::Admit whoever_may(access::Door const& door, Store& store, net::Route const& route) {
    return door.admit([&store, authz = route.authz](Viewer const& viewer) {
        return may_send(store, authz, viewer);
    });
}

}  // namespace

void add_routes(RouteParts parts) {
    auto& router = parts.router;
    net::Handler is_up = [&store = parts.store](net::Request&) { return health(store); };
    router.add({net::Method::get, "/healthz", "anyone", is_up});
    add_web(router, embedded::web());

    auto identify = [&door = parts.door](net::Request& request) { return reader(door, request); };
    auto member = [&door = parts.door](directory::MemberHandler answer) {
        return door.member(std::move(answer));
    };
    auto screen = [&door = parts.door](directory::MemberHandler answer) {
        return door.member(std::move(answer), access::Use::screen);
    };
    live::add_routes(router, parts.live, parts.sync, identify);
    directory::add_routes(router, member, parts.directory);
    directory::add_routes(router, member, parts.changes);
    directory::add_routes(router, member, parts.appointments);
    directory::add_routes(router, member, parts.sites);
    directory::add_routes(router, member, screen, parts.photos);
    access::add_routes(router, parts.door, parts.access);
    access::add_routes(router, parts.door, parts.devices);
    access::add_routes(router, parts.door, parts.places);
    access::add_routes(router, parts.door, parts.passkeys);
    access::add_routes(router, parts.door, parts.second_factor);
    access::add_routes(router, parts.door, parts.pins);
    access::add_routes(router, parts.door, parts.sign_in_rules);
    policy::add_routes(router, parts.door, parts.policy, parts.catalogue);
    hours::add_routes(router, parts.door, parts.hours);
    notify::add_routes(router, parts.door, parts.notify);
    talk::add_routes(router, parts.door, parts.talk);
    talk::add_routes(router, parts.door, parts.groups);
    talk::add_routes(router, parts.door, parts.later);
    talk::add_routes(router, parts.door, parts.reports);
    talk::add_routes(router, parts.door, parts.reviews);
    talk::add_routes(router, parts.door, parts.figures);
    quiz::add_routes(router, parts.door, parts.quiz);
    contacts::add_routes(router, parts.door, parts.contacts);
    access::add_routes(router, parts.door, parts.displays);
    display::add_routes(router, parts.boards);
    access::add_routes(router, parts.door, parts.doubts);
    router.admit_large(
        [&](net::Route const& route) { return whoever_may(parts.door, parts.store, route); });
}

}  // namespace horenso::app
