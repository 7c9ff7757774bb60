#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "platform/webauthn/public_key.hpp"

/// What a relying party checks of passkeys (W3C Web Authentication Level 3 §7). Of attestation nothing is asked, so any
/// is passed over (§8.7 and what `none` conveyance means). All texts here are bytes as they were signed, not base64.
namespace horenso::webauthn {

/// What was asked for, and where.
struct Expected {
    std::string challenge;
    std::string origin;    ///< "https://horenso.example.jp:8443", exactly
    std::string rp_id;     ///< "horenso.example.jp"
    bool verified = true;  ///< the device must have made sure who is there, by finger, face or PIN
};

/// Why something was not accepted: for tests and logs; people are told one sentence for all.
enum class Fault {
    not_understood,
    another_type,  ///< signed in where a passkey was to be made, or the other way round
    another_challenge,
    another_origin,
    within_a_frame,
    another_party,  ///< made for another name
    nobody_there,
    nobody_verified,
    key_not_known,  ///< of an algorithm that was not asked for, or no key at all
    bad_signature,
};

/// The challenge that the client's words answer, to find the question by. Nothing else in them is looked at.
std::optional<std::string> challenge_of(std::string_view client_data);

/// A passkey just made (§7.1).
struct NewCredential {
    std::string id;
    Algorithm algorithm = Algorithm::es256;
    std::string public_key;  ///< PublicKey::der
    std::uint32_t counter = 0;
    bool is_backed_up = false;  ///< it is on the person's other devices too
};
std::variant<NewCredential, Fault> check_new(std::string_view client_data,
                                             std::string_view attestation,
                                             Expected const& expected);

/// What a device signed (§7.2).
struct Signed {
    std::string_view client_data;
    std::string_view authenticator_data;
    std::string_view signature;
};
/// Gives the device's counter. Whether it grew is for whoever kept the last one.
std::variant<std::uint32_t, Fault> check_signed(Signed const& what, PublicKey const& key,
                                                Expected const& expected);

}  // namespace horenso::webauthn
