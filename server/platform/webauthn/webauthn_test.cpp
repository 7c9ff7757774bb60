// Held to the vectors of the standard (W3C Web Authentication Level 3 §16), and to each with one thing changed.
#include "platform/webauthn/webauthn.hpp"

#include <gmock/gmock.h>

#include "kit/shared_vectors.hpp"
#include "platform/crypto/token.hpp"

namespace horenso::webauthn {
namespace {

std::string unhex(boost::json::value const& hex) {
    std::string bytes;
    std::string const text{hex.as_string()};
    for (std::size_t at = 0; at + 1 < text.size(); at += 2)
        bytes += static_cast<char>(std::stoi(text.substr(at, 2), nullptr, 16));
    return bytes;
}

/// What a vector says, as bytes.
struct Vector {
    explicit Vector(boost::json::value const& json)
        : name(json.at("name").as_string()),
          outcome(json.at("outcome").as_string()),
          asked{unhex(json.at("new").at("challenge")), "https://example.org", "example.org", false},
          client_data(unhex(json.at("new").at("client_data"))),
          attestation(unhex(json.at("new").at("attestation"))),
          id(unhex(json.at("new").at("credential_id"))),
          asked_again{unhex(json.at("use").at("challenge")), "https://example.org", "example.org",
                      false},
          signed_client_data(unhex(json.at("use").at("client_data"))),
          authenticator_data(unhex(json.at("use").at("authenticator_data"))),
          signature(unhex(json.at("use").at("signature"))) {}

    auto made() const { return check_new(client_data, attestation, asked); }
    auto used(PublicKey const& key) const {
        return check_signed({signed_client_data, authenticator_data, signature}, key, asked_again);
    }

    std::string name, outcome;
    Expected asked;
    std::string client_data, attestation, id;
    Expected asked_again;
    std::string signed_client_data, authenticator_data, signature;
};

std::vector<Vector> vectors(std::string_view outcome) {
    std::vector<Vector> found;
    for (auto const& json : horenso::kit::shared_vectors("webauthn_l3.json"))
        if (Vector one{json}; one.outcome == outcome) found.push_back(std::move(one));
    return found;
}

std::optional<Fault> fault(auto const& checked) {
    auto const* found = std::get_if<Fault>(&checked);
    return found ? std::optional{*found} : std::nullopt;
}

PublicKey key_of(Vector const& vector) {
    auto const made = std::get<NewCredential>(vector.made());
    return PublicKey::from_der(made.algorithm, made.public_key).value();
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    auto const at = text.find(from);
    if (at == text.npos) throw std::runtime_error{"nothing to replace"};
    return text.replace(at, from.size(), to);
}

TEST(WebAuthn, GivenTheVectorsOfTheStandard_WhenMadeAndUsed_ThenThoseOfOurKeysAreAccepted) {
    auto const all = vectors("accepted");
    EXPECT_EQ(all.size(), 10u);
    for (auto const& vector : all) {
        auto const made = vector.made();
        ASSERT_EQ(fault(made), std::nullopt) << vector.name;
        EXPECT_EQ(std::get<NewCredential>(made).id, vector.id) << vector.name;
        EXPECT_EQ(fault(vector.used(key_of(vector))), std::nullopt) << vector.name;
    }
}

TEST(WebAuthn, GivenVectorsOfOtherKeysOrMadeWithinFrames_WhenMade_ThenTheyAreRefused) {
    auto const strange = vectors("key_not_known");
    EXPECT_EQ(strange.size(), 3u);
    for (auto const& vector : strange)
        EXPECT_EQ(fault(vector.made()), Fault::key_not_known) << vector.name;
    auto const framed = vectors("within_a_frame");
    EXPECT_EQ(framed.size(), 2u);
    for (auto const& vector : framed)
        EXPECT_EQ(fault(vector.made()), Fault::within_a_frame) << vector.name;
}

TEST(WebAuthn, GivenAnotherQuestion_WhenAnswered_ThenEachDifferenceIsFound) {
    for (auto const& vector : vectors("accepted")) {
        auto const key = key_of(vector);
        auto const expected = [&](auto change, std::optional<Fault> found) {
            auto other = vector;
            change(other.asked);
            change(other.asked_again);
            EXPECT_EQ(fault(other.made()), found) << vector.name;
            EXPECT_EQ(fault(other.used(key)), found) << vector.name;
        };
        expected([](Expected& asked) { asked.challenge.back() ^= 1; }, Fault::another_challenge);
        expected([](Expected& asked) { asked.challenge.clear(); }, Fault::another_challenge);
        expected([](Expected& asked) { asked.origin = "https://example.org:8443"; },
                 Fault::another_origin);
        expected([](Expected& asked) { asked.origin = "http://example.org"; },
                 Fault::another_origin);
        expected([](Expected& asked) { asked.rp_id = "www.example.org"; }, Fault::another_party);
    }
}

TEST(WebAuthn, GivenOneThatWasMade_WhenGivenForOneThatSigned_ThenItIsNone) {
    for (auto const& vector : vectors("accepted")) {
        auto turned = vector;
        turned.asked_again = turned.asked;
        turned.signed_client_data = turned.client_data;
        EXPECT_EQ(fault(turned.used(key_of(vector))), Fault::another_type);
        turned.asked = vector.asked_again;
        turned.client_data = vector.signed_client_data;
        EXPECT_EQ(fault(turned.made()), Fault::another_type);
    }
}

TEST(WebAuthn, GivenAFlippedBitOfWhatWasSigned_WhenChecked_ThenTheSignatureIsNoGood) {
    for (auto const& vector : vectors("accepted")) {
        auto const key = key_of(vector);
        auto counted = vector;
        counted.authenticator_data.back() ^= 1;  // the counter
        EXPECT_EQ(fault(counted.used(key)), Fault::bad_signature) << vector.name;
        auto forged = vector;
        forged.signature.back() ^= 1;
        EXPECT_EQ(fault(forged.used(key)), Fault::bad_signature) << vector.name;
        auto silent = vector;
        silent.signature.clear();
        EXPECT_EQ(fault(silent.used(key)), Fault::bad_signature) << vector.name;
        auto added = vector;
        added.signed_client_data = replaced(added.signed_client_data, "{", "{ ");
        EXPECT_EQ(fault(added.used(key)), Fault::bad_signature) << vector.name;
    }
}

TEST(WebAuthn, GivenTheKeyOfAnother_WhenChecked_ThenTheSignatureIsNoGood) {
    auto const all = vectors("accepted");
    for (std::size_t at = 1; at < all.size(); ++at)
        EXPECT_EQ(fault(all[at].used(key_of(all[at - 1]))), Fault::bad_signature) << all[at].name;
}

TEST(WebAuthn, GivenFlags_WhenNobodyWasThereOrNobodyWasVerified_ThenThatIsFoundBeforeTheSignature) {
    constexpr std::size_t flags = 32;
    constexpr char present = 0x01, verified = 0x04;
    for (auto const& vector : vectors("accepted")) {
        auto const key = key_of(vector);
        auto absent = vector;
        absent.authenticator_data[flags] &= static_cast<char>(~present);
        EXPECT_EQ(fault(absent.used(key)), Fault::nobody_there) << vector.name;
        auto unknown = vector;
        unknown.asked_again.verified = true;
        unknown.authenticator_data[flags] &= static_cast<char>(~verified);
        EXPECT_EQ(fault(unknown.used(key)), Fault::nobody_verified) << vector.name;
    }
}

TEST(WebAuthn, GivenAttestationsCutAnywhereOrWithSomethingBehind_WhenMade_ThenNoneIsTaken) {
    for (auto const& vector : vectors("accepted")) {
        auto cut = vector;
        while (!cut.attestation.empty()) {
            cut.attestation.resize(cut.attestation.size() - 1 - cut.attestation.size() / 40);
            EXPECT_NE(fault(cut.made()), std::nullopt) << vector.name << cut.attestation.size();
        }
        auto longer = vector;
        longer.attestation += '\0';
        EXPECT_EQ(fault(longer.made()), Fault::not_understood) << vector.name;
    }
}

TEST(WebAuthn, GivenClientData_WhenItsChallengeIsSought_ThenItIsTheOneThatWasAsked) {
    for (auto const& vector : vectors("accepted"))
        EXPECT_EQ(challenge_of(vector.client_data), vector.asked.challenge);
    EXPECT_EQ(challenge_of("{}"), std::nullopt);
    EXPECT_EQ(challenge_of("[1]"), std::nullopt);
    EXPECT_EQ(challenge_of(R"({"type":"webauthn.get","challenge":"?","origin":"x"})"),
              std::nullopt);
}

TEST(WebAuthn, GivenKeys_WhenKeptAndReadAgain_ThenTheyAreTheSame) {
    for (auto const& vector : vectors("accepted"))
        EXPECT_EQ(key_of(vector).der(), std::get<NewCredential>(vector.made()).public_key);
    EXPECT_FALSE(PublicKey::from_der(Algorithm::es256, "no key"));
}

TEST(WebAuthn, GivenBadCoseKeys_WhenRead_ThenThereIsNone) {
    std::string const x(32, 'x');
    auto const key_from = [](std::string const& bytes) {
        Cbor cbor{bytes};
        return PublicKey::from_cose(cbor).has_value();
    };
    using namespace std::string_literals;
    auto const off_curve = "\xA5\x01\x02\x03\x26\x20\x01\x21\x58\x20"s + x + "\x22\x58\x20" + x;
    EXPECT_FALSE(key_from(off_curve));
    auto const short_rsa = "\xA4\x01\x03\x03\x39\x01\x00\x20\x58\x80"s + std::string(128, '\xF1') +
                           "\x21\x43\x01\x00\x01"s;
    EXPECT_FALSE(key_from(short_rsa));
    auto const edwards = "\xA4\x01\x01\x03\x27\x20\x06\x21\x58\x20"s + x;
    EXPECT_TRUE(key_from(edwards));
    EXPECT_FALSE(
        key_from(replaced(edwards, "\x03\x27", "\x03\x26")));  // says that it signs as ES256
    EXPECT_FALSE(key_from(""));
}

}  // namespace
}  // namespace horenso::webauthn
