#include "platform/net/accept_encoding.hpp"

#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

using horenso::net::weight_of;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string upper(std::string_view text) {
    std::string out{text};
    for (auto& letter : out)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return out;
}

}  // namespace

/// A weight is one of RFC 9110 whatever was sent; the first that names a coding counts, whatever case
/// it is in and whatever stands beside it.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string const header{reinterpret_cast<char const*>(data), size};
    auto const weight = weight_of("br", header);
    require(weight >= 0 && weight <= 1000);
    require(weight_of("br", upper(header)) == weight);
    require(weight_of("br", "gzip;q=0.7, " + header) == weight);
    require(weight_of("gzip", "gzip;q=0.7, " + header) == 700);
    require(weight_of("br", header + ", zstd;q=0.3") == weight);
    return 0;
}
