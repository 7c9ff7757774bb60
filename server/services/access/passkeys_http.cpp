#include "platform/base/json_writer.hpp"
#include "platform/crypto/token.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"
#include "services/access/session_reply.hpp"
#include "services/access/sessions.hpp"

namespace horenso::access {
namespace {

struct NewPasskeyBody {
    std::string name, client_data, attestation;
};
BOOST_DESCRIBE_STRUCT(NewPasskeyBody, (), (name, client_data, attestation))

struct NameBody {
    std::string name;
};
BOOST_DESCRIBE_STRUCT(NameBody, (), (name))

struct SignInBody {
    std::string credential_id, handle, client_data, authenticator_data, signature;
    std::optional<std::string> device;
};
BOOST_DESCRIBE_STRUCT(SignInBody, (),
                      (credential_id, handle, client_data, authenticator_data, signature, device))

/// Turns fields in base64url into bytes; names every one that isn't.
class Decoding {
public:
    std::string operator()(char const* path, std::string const& text) {
        auto bytes = crypto::from_base64url(text);
        if (!bytes) bad_.push_back({.path = path, .code = "access.no_base64url"});
        return std::move(bytes).value_or("");
    }
    std::optional<Problem> problem() const {
        if (bad_.empty()) return std::nullopt;
        return Problem{.status = 422, .code = "json.bad_fields", .fields = bad_};
    }

private:
    std::vector<Problem::Field> bad_;
};

/// The gate has made sure that the origin is ours.
Result<RelyingParty> place_of(net::Request const& request) {
    auto place = RelyingParty::of(request.header("origin"));
    if (!place) return Problem{.status = 409, .code = "access.no_passkeys_here"};
    return *std::move(place);
}

std::string passkey_json(Passkey const& passkey) {
    json::Writer out;
    out.open_object()
        .field("id", passkey.id)
        .field("name", passkey.name)
        .field("server", passkey.rp_id)
        .field("created_at", passkey.created_at.ms);
    if (passkey.used_at) out.field("used_at", passkey.used_at->ms);
    out.close_object();
    return out.take();
}

std::string challenge_json(std::string const& challenge, RelyingParty const& place) {
    json::Writer out;
    out.open_object()
        .field("challenge", crypto::base64url(challenge))
        .field("server", place.rp_id)
        .close_object();
    return out.take();
}

std::string offer_json(PasskeyOffer const& offer, RelyingParty const& place) {
    json::Writer out;
    out.open_object()
        .field("challenge", crypto::base64url(offer.challenge))
        .field("server", place.rp_id)
        .field("organisation", offer.org.name)
        .field("handle", crypto::base64url(offer.handle))
        .field("login", offer.person.login)
        .field("name", offer.person.name);
    out.key("present").open_array();
    for (auto const& credential : offer.present) out.value(crypto::base64url(credential));
    out.close_array().close_object();
    return out.take();
}

Task<Result<net::Reply>> ask_to_sign_in(Passkeys& passkeys, net::Request& request) {
    auto const place = place_of(request);
    if (!place) co_return place.problem();
    auto const challenge = co_await passkeys.challenge(request.remote);
    if (!challenge) co_return challenge.problem();
    co_return net::created(challenge_json(*challenge, *place));
}

Task<Result<net::Reply>> sign_in(Passkeys& passkeys, net::Request& request) {
    auto const body = request.json<SignInBody>();
    if (!body) co_return body.problem();
    auto const device = device_said(body->device);
    if (!device) co_return device.problem();
    auto const place = place_of(request);
    if (!place) co_return place.problem();
    Decoding decoded;
    SignedByPasskey signed_by{decoded("credential_id", body->credential_id),
                              decoded("handle", body->handle),
                              decoded("client_data", body->client_data),
                              decoded("authenticator_data", body->authenticator_data),
                              decoded("signature", body->signature)};
    if (auto bad = decoded.problem()) co_return *std::move(bad);
    auto arrival = arrival_of(request, *device);
    auto const signed_in =
        co_await passkeys.sign_in(*place, std::move(signed_by), std::move(arrival));
    if (!signed_in) co_return signed_in.problem();
    co_return welcome(request, *signed_in);
}

Task<Result<net::Reply>> offer(Passkeys& passkeys, Viewer const& viewer, net::Request& request) {
    auto proof = request.json<Proof>();
    if (!proof) co_return proof.problem();
    auto const place = place_of(request);
    if (!place) co_return place.problem();
    auto const made = co_await passkeys.offer(viewer, *place, *std::move(proof));
    if (!made) co_return made.problem();
    co_return net::created(offer_json(*made, *place));
}

Task<Result<net::Reply>> add(Passkeys& passkeys, Viewer const& viewer, net::Request& request) {
    auto body = request.json<NewPasskeyBody>();
    if (!body) co_return body.problem();
    auto const place = place_of(request);
    if (!place) co_return place.problem();
    Decoding decoded;
    NewPasskey passkey{std::move(body->name), decoded("client_data", body->client_data),
                       decoded("attestation", body->attestation)};
    if (auto bad = decoded.problem()) co_return *std::move(bad);
    auto const added = co_await passkeys.add(viewer, *place, std::move(passkey));
    if (!added) co_return added.problem();
    co_return net::created(passkey_json(*added));
}

Task<Result<net::Reply>> list(Passkeys& passkeys, Viewer const& viewer, net::Request&) {
    auto const all = co_await passkeys.list(viewer);
    json::Writer out;
    out.open_object().key("passkeys").open_array();
    for (auto const& passkey : all) out.raw(passkey_json(passkey));
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Task<Result<net::Reply>> rename(Passkeys& passkeys, Viewer const& viewer, net::Request& request) {
    auto body = request.json<NameBody>();
    if (!body) co_return body.problem();
    auto const done =
        co_await passkeys.rename(viewer, request.id<PasskeyId>("passkey"), std::move(body->name));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> remove_one(Passkeys& passkeys, Viewer const& viewer,
                                    net::Request& request) {
    auto const done = co_await passkeys.remove(viewer, request.id<PasskeyId>("passkey"));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, Door const& door, Passkeys& passkeys) {
    using enum net::Method;
    auto anyone = [&](Task<Result<net::Reply>> (*answer)(Passkeys&, net::Request&)) {
        return net::Handler{[&passkeys, answer](net::Request& r) { return answer(passkeys, r); }};
    };
    auto member = [&](Task<Result<net::Reply>> (*answer)(Passkeys&, Viewer const&, net::Request&)) {
        return door.member([&passkeys, answer](Viewer const& v, net::Request& r) {
            return answer(passkeys, v, r);
        });
    };
    router.add({post, "/api/v1/session/passkey/challenge", "anyone", anyone(ask_to_sign_in)});
    router.add({post, "/api/v1/session/passkey", "anyone", anyone(sign_in)});
    router.add({post, "/api/v1/me/passkeys/challenge", "member", member(offer)});
    router.add({post, "/api/v1/me/passkeys", "member", member(add)});
    router.add({get, "/api/v1/me/passkeys", "member", member(list)});
    router.add({put, "/api/v1/me/passkeys/{passkey}", "author", member(rename)});
    router.add({remove, "/api/v1/me/passkeys/{passkey}", "author", member(remove_one)});
}

}  // namespace horenso::access
