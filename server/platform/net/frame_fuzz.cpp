#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "platform/net/frame.hpp"
#include "platform/text/utf8.hpp"

namespace {

using namespace horenso::net;

constexpr std::size_t limit = 4096;

struct Said {
    Heard::What what;
    std::string payload;
    CloseCode code;
    friend bool operator==(Said const&, Said const&) = default;
};

void require(bool holds) {
    if (!holds) std::abort();
}

/// All that is heard when the bytes come in pieces of `cut`.
std::vector<Said> listen(std::string bytes, std::size_t cut) {
    FrameReader reader{limit};
    std::vector<Said> out;
    for (std::size_t at = 0; at < bytes.size(); at += cut) {
        std::span<char> piece{bytes.data() + at, std::min(cut, bytes.size() - at)};
        for (;;) {
            auto const heard = reader.next(piece);
            if (heard.what == Heard::What::more) break;
            out.push_back({heard.what, std::string{heard.payload}, heard.code});
            if (heard.what == Heard::What::close || heard.what == Heard::What::broken) return out;
        }
        require(piece.empty());
    }
    return out;
}

}  // namespace

/// What is heard keeps the promises of the header, and doesn't depend on how the bytes were cut.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string const bytes{reinterpret_cast<char const*>(data + 1), size - 1};
    auto const whole = listen(bytes, std::max<std::size_t>(bytes.size(), 1));
    for (auto const& said : whole) {
        if (said.what == Heard::What::text)
            require(said.payload.size() <= limit && horenso::text::is_utf8(said.payload));
        if (said.what == Heard::What::ping || said.what == Heard::What::pong)
            require(said.payload.size() <= 125);
    }
    require(listen(bytes, 1) == whole);
    require(listen(bytes, std::size_t{1} + data[0]) == whole);
    return 0;
}
