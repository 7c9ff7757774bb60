#include <cstdint>
#include <cstdlib>

#include "platform/webauthn/webauthn.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// Whatever a browser sends as a passkey is refused or is one whose key can be kept and read again.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace horenso::webauthn;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    Expected const expected{"challenge", "https://example.org", "example.org", false};
    static std::string_view const made =
        R"({"type":"webauthn.create","challenge":"Y2hhbGxlbmdl","origin":"https://example.org"})";
    static std::string_view const signed_data =
        R"({"type":"webauthn.get","challenge":"Y2hhbGxlbmdl","origin":"https://example.org"})";
    (void)challenge_of(bytes);
    auto const checked = check_new(made, bytes, expected);
    auto const* credential = std::get_if<NewCredential>(&checked);
    if (!credential) return 0;
    auto const key = PublicKey::from_der(credential->algorithm, credential->public_key);
    require(key && !credential->id.empty());
    auto const half = size / 2;
    auto const used =
        check_signed({signed_data, bytes.substr(0, half), bytes.substr(half)}, *key, expected);
    require(std::holds_alternative<Fault>(used));
    return 0;
}
