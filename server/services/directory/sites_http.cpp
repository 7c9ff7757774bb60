#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

Task<Result<net::Reply>> list_sites(Sites& sites, Viewer const& viewer, net::Request&) {
    auto const found = co_await sites.all(viewer);
    json::Writer out;
    out.open_object().field("version", found.version).key("sites").open_array();
    for (auto const& site : found.all) {
        out.open_object()
            .field("name", site.name)
            .field("address", site.address)
            .field("telephone", site.telephone)
            .key("departments")
            .open_array();
        for (auto const& department : site.departments) out.value(department);
        out.close_array().field("people", site.people).close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

struct SiteBody {
    std::string name;
    std::optional<std::string> was;
    std::string address;
    std::string telephone;
};
BOOST_DESCRIBE_STRUCT(SiteBody, (), (name, was, address, telephone))
struct SitesBody {
    std::int64_t version = 0;
    std::vector<SiteBody> sites;
};
BOOST_DESCRIBE_STRUCT(SitesBody, (), (version, sites))

Task<Result<net::Reply>> set_sites(Sites& sites, Viewer const& viewer, net::Request& request) {
    auto body = request.json<SitesBody>();
    if (!body) co_return body.problem();
    std::vector<NewSite> wanted;
    for (auto& [name, was, address, telephone] : body->sites)
        wanted.push_back(
            {std::move(name), std::move(was), std::move(address), std::move(telephone)});
    auto done = co_await sites.set(viewer, body->version, std::move(wanted));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

struct MoveBody {
    std::string department;
    std::string site;
};
BOOST_DESCRIBE_STRUCT(MoveBody, (), (department, site))

Task<Result<net::Reply>> set_department_site(Sites& sites, Viewer const& viewer,
                                             net::Request& request) {
    auto body = request.json<MoveBody>();
    if (!body) co_return body.problem();
    auto done = co_await sites.move(viewer, std::move(body->department), std::move(body->site));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, Guard const& member, Sites& sites) {
    using Answer = Task<Result<net::Reply>> (*)(Sites&, Viewer const&, net::Request&);
    auto to = [&](Answer answer) -> net::Handler {
        return member(
            [&sites, answer](Viewer const& v, net::Request& r) { return answer(sites, v, r); });
    };
    using enum net::Method;
    router.add({get, "/api/v1/directory/sites", "member", to(list_sites)});
    router.add({put, "/api/v1/directory/sites", "permission staff", to(set_sites)});
    router.add(
        {put, "/api/v1/directory/departments/site", "permission staff", to(set_department_site)});
}

}  // namespace horenso::directory
