#include <cstdint>
#include <cstdlib>

#include "exif.hpp"

/// Whatever a block of EXIF says, the picture stands in one of eight ways.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const way = horenso::media::orientation_in({reinterpret_cast<char const*>(data), size});
    if (way < 1 || way > 8) std::abort();
    return 0;
}
