#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/known.hpp"

namespace horenso::access {
namespace {

struct NameBody {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NameBody, (), (name))

struct NumberBody {
    std::string number;
};
BOOST_DESCRIBE_STRUCT(NumberBody, (), (number))

struct LossBody {
    PersonId person;
    std::optional<DeviceId> device;
};
BOOST_DESCRIBE_STRUCT(LossBody, (), (person, device))

void write_device(json::Writer& out, KnownDevice const& device) {
    out.open_object()
        .field("id", device.id)
        .field("name", device.name)
        .field("class", word_of(device.kind))
        .field("registered_at", device.registered_at.ms)
        .field("last_used_at", device.last_used_at.ms)
        .field("network", word_of(device.network))
        .field("here", device.is_here)
        .field("signed_in", device.is_signed_in)
        .field("approved", device.is_approved);
    if (device.lost_at) out.field("lost_at", device.lost_at->ms);
    out.close_object();
}

std::string devices_json(std::vector<KnownDevice> const& devices) {
    json::Writer out;
    out.open_object().key("devices").open_array();
    for (auto const& device : devices) write_device(out, device);
    out.close_array().close_object();
    return out.take();
}

std::string fresh_json(std::vector<KnownDevice> const& devices) {
    json::Writer out;
    out.open_object().key("devices").open_array();
    for (auto const& device : devices) {
        out.open_object().key("device");
        write_device(out, device);
        if (device.owner) out.field("person", *device.owner);
        out.close_object();
    }
    out.close_array().close_object();
    return out.take();
}

void write_loss(json::Writer& out, Loss const& loss) {
    out.open_object()
        .field("id", loss.id)
        .field("person", loss.person)
        .field("device", loss.device);
    if (loss.reported_by) out.field("reported_by", *loss.reported_by);
    out.field("reported_at", loss.reported_at.ms)
        .field("last_used_at", loss.last_used_at.ms)
        .field("network", word_of(loss.network))
        .field("sessions", loss.sessions);
    out.key("seen").open_array();
    for (auto const& one : loss.seen)
        out.open_object()
            .field("kind", one.kind)
            .field("name", one.name)
            .field("count", one.count)
            .close_object();
    out.close_array();
    if (loss.showed_up_at) out.field("showed_up_at", loss.showed_up_at->ms);
    if (loss.found_at) out.field("found_at", loss.found_at->ms);
    out.close_object();
}

std::string losses_json(std::vector<Loss> const& losses) {
    json::Writer out;
    out.open_object().key("losses").open_array();
    for (auto const& loss : losses) write_loss(out, loss);
    out.close_array().close_object();
    return out.take();
}

DeviceId device_in(net::Request const& request) { return request.id<DeviceId>("device"); }

Task<Result<net::Reply>> list_my_devices(Devices& devices, Viewer const& viewer, net::Request&) {
    auto const mine = co_await devices.mine(viewer);
    co_return net::ok(devices_json(mine));
}

Task<Result<net::Reply>> rename_device(Devices& devices, Viewer const& viewer,
                                       net::Request& request) {
    auto body = request.json<NameBody>();
    if (!body) co_return body.problem();
    auto done = co_await devices.rename(viewer, device_in(request), std::move(body->name));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> end_device(Devices& devices, Viewer const& viewer, net::Request& request) {
    auto done = co_await devices.end(viewer, device_in(request));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> end_other_devices(Devices& devices, Viewer const& viewer, net::Request&) {
    auto done = co_await devices.end_others(viewer);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> make_wallet_card(Devices& devices, Viewer const& viewer, net::Request&) {
    auto const number = co_await devices.make_wallet_card(viewer);
    if (!number) co_return number.problem();
    json::Writer out;
    out.open_object().field("number", *number).close_object();
    co_return net::created(out.take());
}

Task<Result<net::Reply>> report_by_wallet_card(Devices& devices, net::Request& request) {
    auto body = request.json<NumberBody>();
    if (!body) co_return body.problem();
    auto const lost = co_await devices.report_by_number(std::move(body->number), request.remote);
    if (!lost) co_return lost.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> list_losses(Devices& devices, Viewer const& viewer, net::Request&) {
    auto const losses = co_await devices.losses(viewer);
    co_return net::ok(losses_json(losses));
}

Task<Result<net::Reply>> report_loss(Devices& devices, Viewer const& viewer,
                                     net::Request& request) {
    auto body = request.json<LossBody>();
    if (!body) co_return body.problem();
    auto const lost = co_await devices.report_loss(viewer, body->person, body->device);
    if (!lost) co_return lost.problem();
    json::Writer out;
    out.open_object()
        .field("devices", lost->devices)
        .field("sessions", lost->sessions)
        .close_object();
    co_return net::created(out.take());
}

Task<Result<net::Reply>> find_loss(Devices& devices, Viewer const& viewer, net::Request& request) {
    auto done = co_await devices.found(viewer, request.id<LossId>("loss"));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> list_new_devices(Devices& devices, Viewer const& viewer, net::Request&) {
    auto const fresh = co_await devices.fresh(viewer);
    if (!fresh) co_return fresh.problem();
    co_return net::ok(fresh_json(*fresh));
}

Task<Result<net::Reply>> list_devices_of(Devices& devices, Viewer const& viewer,
                                         net::Request& request) {
    auto const theirs = co_await devices.of(viewer, request.id<PersonId>("person"));
    if (!theirs) co_return theirs.problem();
    co_return net::ok(devices_json(*theirs));
}

Task<Result<net::Reply>> approve_device(Devices& devices, Viewer const& viewer,
                                        net::Request& request) {
    auto done = co_await devices.approve(viewer, device_in(request));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> remove_device(Devices& devices, Viewer const& viewer,
                                       net::Request& request) {
    auto done = co_await devices.remove(viewer, device_in(request));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, Door const& door, Devices& devices) {
    using enum net::Method;
    auto member = [&](Task<Result<net::Reply>> (*answer)(Devices&, Viewer const&, net::Request&)) {
        return door.member(
            [&devices, answer](Viewer const& v, net::Request& r) { return answer(devices, v, r); });
    };
    net::Handler const by_number = [&devices](net::Request& request) {
        return report_by_wallet_card(devices, request);
    };
    std::string const mine = "/api/v1/me/devices", losses = "/api/v1/access/losses",
                      all = "/api/v1/access/devices";
    router.add({get, mine, "member", member(list_my_devices)});
    router.add({post, mine + "/end", "member", member(end_other_devices)});
    router.add({put, mine + "/{device}", "owner", member(rename_device)});
    router.add({remove, mine + "/{device}", "owner", member(end_device)});
    router.add({post, "/api/v1/me/wallet-card", "member", member(make_wallet_card)});
    router.add({post, "/api/v1/lost", "anyone", by_number});
    router.add({get, losses, "member", member(list_losses)});
    router.add({post, losses, "member", member(report_loss)});
    router.add({post, losses + "/{loss}/found", "owner or permission sign_in", member(find_loss)});
    router.add({get, all, "permission sign_in", member(list_new_devices)});
    router.add({post, all + "/{device}/approval", "permission sign_in", member(approve_device)});
    router.add({remove, all + "/{device}", "permission sign_in", member(remove_device)});
    router.add({get, "/api/v1/directory/people/{person}/devices", "permission sign_in",
                member(list_devices_of)});
}

}  // namespace horenso::access
