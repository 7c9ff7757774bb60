#include "platform/webauthn/webauthn.hpp"

#include "platform/base/json.hpp"
#include "platform/crypto/token.hpp"

namespace horenso::webauthn {
namespace {

std::string_view view_of(crypto::Digest const& digest) {
    return {reinterpret_cast<char const*>(digest.data()), digest.size()};
}

/// §5.8.1.
struct ClientData {
    std::string type, challenge, origin;
    bool is_framed = false;
};

std::optional<ClientData> read_client_data(std::string_view json) {
    auto const parsed = json::parse(json);
    auto const* object = parsed ? parsed->if_object() : nullptr;
    if (!object) return std::nullopt;
    auto const text = [&](char const* name) -> std::optional<std::string> {
        auto const* value = object->if_contains(name);
        auto const* string = value ? value->if_string() : nullptr;
        return string ? std::optional<std::string>{*string} : std::nullopt;
    };
    auto const type = text("type"), challenge = text("challenge"), origin = text("origin");
    if (!type || !challenge || !origin) return std::nullopt;
    auto const* crossed = object->if_contains("crossOrigin");
    auto const is_said = crossed && !(crossed->is_bool() && !crossed->get_bool());
    auto const is_framed = object->contains("topOrigin") || is_said;
    return ClientData{*type, *challenge, *origin, is_framed};
}

std::optional<Fault> fault_of(std::string_view json, std::string_view type,
                              Expected const& expected) {
    auto const client = read_client_data(json);
    if (!client) return Fault::not_understood;
    if (client->type != type) return Fault::another_type;
    if (!crypto::are_equal_secrets(client->challenge, crypto::base64url(expected.challenge)))
        return Fault::another_challenge;
    if (client->origin != expected.origin) return Fault::another_origin;
    if (client->is_framed) return Fault::within_a_frame;
    return std::nullopt;
}

/// §6.1: the head that every authenticator data has. What follows stays in `rest`.
struct Head {
    std::string_view rp_id_hash;
    std::uint8_t flags = 0;
    std::uint32_t counter = 0;
    std::string_view rest = {};
};
constexpr std::uint8_t user_present = 0x01, user_verified = 0x04, backed_up = 0x10,
                       has_credential = 0x40, has_extensions = 0x80;

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t number = 0;
    for (auto const byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
    return number;
}

/// Takes `size` bytes off the front.
std::optional<std::string_view> take(std::string_view& from, std::size_t size) {
    if (from.size() < size) return std::nullopt;
    auto const taken = from.substr(0, size);
    from.remove_prefix(size);
    return taken;
}

std::optional<Head> read_head(std::string_view bytes) {
    auto const hash = take(bytes, 32), flags = take(bytes, 1), counter = take(bytes, 4);
    if (!hash || !flags || !counter) return std::nullopt;
    return Head{*hash, static_cast<std::uint8_t>(flags->front()), big_endian(*counter), bytes};
}

std::optional<Fault> fault_of(Head const& head, Expected const& expected) {
    if (head.rp_id_hash != view_of(crypto::sha256(expected.rp_id))) return Fault::another_party;
    if (!(head.flags & user_present)) return Fault::nobody_there;
    if (expected.verified && !(head.flags & user_verified)) return Fault::nobody_verified;
    return std::nullopt;
}

/// Extensions nobody asked for are passed over, but nothing may stand behind them.
bool ends_well(Head const& head, std::string_view rest) {
    if (!(head.flags & has_extensions)) return rest.empty();
    Cbor cbor{rest};
    return Cbor{rest}.map() && cbor.skip() && cbor.rest().empty();
}

/// §6.5.4: the authenticator data of an attestation object.
std::optional<std::string_view> authenticator_data_of(std::string_view attestation) {
    Cbor cbor{attestation};
    auto const members = cbor.map();
    std::optional<std::string_view> data;
    for (auto left = members.value_or(0); left > 0; --left) {
        auto const name = cbor.text();
        if (!name) return std::nullopt;
        if (*name != "authData") {
            if (!cbor.skip()) return std::nullopt;
            continue;
        }
        if (data) return std::nullopt;
        data = cbor.bytes();
        if (!data) return std::nullopt;
    }
    return cbor.rest().empty() ? data : std::nullopt;
}

}  // namespace

std::optional<std::string> challenge_of(std::string_view client_data) {
    auto const client = read_client_data(client_data);
    return client ? crypto::from_base64url(client->challenge) : std::nullopt;
}

std::variant<NewCredential, Fault> check_new(std::string_view client_data,
                                             std::string_view attestation,
                                             Expected const& expected) {
    if (auto const fault = fault_of(client_data, "webauthn.create", expected)) return *fault;
    auto const data = authenticator_data_of(attestation);
    auto head = data ? read_head(*data) : std::nullopt;
    if (!head) return Fault::not_understood;
    if (auto const fault = fault_of(*head, expected)) return *fault;
    constexpr std::size_t aaguid = 16, longest_id = 1023;  // §6.5.1, §5.8.3
    auto const maker = take(head->rest, aaguid), size = take(head->rest, 2);
    auto const id_size = size ? big_endian(*size) : 0;
    auto const id = take(head->rest, id_size);
    if (!(head->flags & has_credential) || !maker || !id || id->empty() || id_size > longest_id)
        return Fault::not_understood;
    Cbor cbor{head->rest};
    auto const key = PublicKey::from_cose(cbor);
    if (!key) return Fault::key_not_known;
    if (!ends_well(*head, cbor.rest())) return Fault::not_understood;
    return NewCredential{std::string{*id}, key->algorithm(), key->der(), head->counter,
                         (head->flags & backed_up) != 0};
}

std::variant<std::uint32_t, Fault> check_signed(Signed const& what, PublicKey const& key,
                                                Expected const& expected) {
    if (auto const fault = fault_of(what.client_data, "webauthn.get", expected)) return *fault;
    auto const head = read_head(what.authenticator_data);
    if (!head) return Fault::not_understood;
    if (auto const fault = fault_of(*head, expected)) return *fault;
    if ((head->flags & has_credential) || !ends_well(*head, head->rest))
        return Fault::not_understood;
    auto const message =
        std::string{what.authenticator_data}.append(view_of(crypto::sha256(what.client_data)));
    if (!key.verifies(message, what.signature)) return Fault::bad_signature;
    return head->counter;
}

}  // namespace horenso::webauthn
