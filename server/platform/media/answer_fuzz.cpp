#include <cstdint>
#include <cstdlib>

#include "platform/media/frame.hpp"

/// Whatever is taken for an answer is written again as it was read.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    using namespace horenso::media;
    std::string_view const bytes{reinterpret_cast<char const*>(data), size};
    auto const answer = read_answer(bytes);
    if (answer && (answer->parts.size() > most_parts || write_answer(*answer) != bytes))
        std::abort();
    return 0;
}
