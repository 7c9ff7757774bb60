#include <cstdint>
#include <cstdlib>

#include "services/access/sessions.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// A cookie that is read names an organisation and a session, and has no other spelling.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const token = horenso::access::Token::parse(text);
    if (!token) return 0;
    require(token->org.value > 0 && token->id.value > 0);
    require(token->text() == text);
    return 0;
}
