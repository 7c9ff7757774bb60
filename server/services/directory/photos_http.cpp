#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

/// What cameras and screens make; it is looked at by its bytes all the same.
constexpr char const* picture_types = "image/jpeg image/png image/webp image/heic image/heif";

Task<Result<net::Reply>> set_photo(Photos& photos, Viewer const& viewer, net::Request& request) {
    auto photo = co_await photos.set(viewer, std::move(request.body));
    if (!photo) co_return photo.problem();
    json::Writer out;
    out.open_object().field("photo", *photo).close_object();
    co_return net::ok(out.take());
}

Task<Result<net::Reply>> remove_photo(Photos& photos, Viewer const& viewer, net::Request&) {
    auto done = co_await photos.remove(viewer);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> remove_photo_of(Photos& photos, Viewer const& viewer,
                                         net::Request& request) {
    auto done = co_await photos.remove_of(viewer, request.id<PersonId>("person"));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

/// What an address names never changes. A month, because a photo that was taken back is to fade away.
/// And whatever it should be: it is a picture, and nothing in it runs.
net::Reply as_picture(std::string jpeg) {
    net::Reply reply{.content_type = "image/jpeg", .body = std::move(jpeg)};
    reply.headers = {{"Cache-Control", "private, max-age=2592000, immutable"},
                     {"Content-Security-Policy", "default-src 'none'; sandbox"},
                     {"Content-Disposition", "inline"}};
    return reply;
}

Task<Result<net::Reply>> get_photo(Photos& photos, Viewer const& viewer, net::Request& request) {
    auto const asked = request.query_parameter("size").value_or("large");
    auto const size = asked == "small" ? PhotoSize::small : PhotoSize::large;
    auto jpeg = co_await photos.find(viewer, request.id<PersonId>("person"),
                                     request.id<PhotoId>("photo"), size);
    if (!jpeg) co_return jpeg.problem();
    co_return as_picture(*std::move(jpeg));
}

}  // namespace

void add_routes(net::Router& router, Guard const& member, Guard const& screen, Photos& photos) {
    using Answer = Task<Result<net::Reply>> (*)(Photos&, Viewer const&, net::Request&);
    auto to = [&](Guard const& guard, Answer answer) -> net::Handler {
        return guard(
            [&photos, answer](Viewer const& v, net::Request& r) { return answer(photos, v, r); });
    };
    using enum net::Method;
    std::string const mine = "/api/v1/me/photo";
    std::string const person = "/api/v1/directory/people/{person}";
    router.add({put, mine, "member", to(member, set_photo), media::largest_picture, picture_types});
    router.add({remove, mine, "member", to(member, remove_photo)});
    router.add({remove, person + "/photo", "permission staff", to(member, remove_photo_of)});
    router.add({get, person + "/photos/{photo}", "member", to(screen, get_photo)});
}

}  // namespace horenso::directory
