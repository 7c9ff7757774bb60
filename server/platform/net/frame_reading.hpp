// For tests: what a FrameReader hears, however the bytes are cut.
#pragma once
#include <gmock/gmock.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "platform/net/frame.hpp"
#include "platform/net/running_server.hpp"

namespace horenso::net::kit {

struct Said {
    Heard::What what;
    std::string payload = {};
    CloseCode code = CloseCode::normal;
    friend bool operator==(Said const&, Said const&) = default;
};

inline void PrintTo(Said const& said, std::ostream* out) {
    *out << "{what " << static_cast<int>(said.what) << ", " << said.payload.size()
         << " bytes, code " << static_cast<int>(said.code) << "}";
}

inline Said text(std::string_view payload) { return {Heard::What::text, std::string{payload}}; }
inline Said ping(std::string_view payload) { return {Heard::What::ping, std::string{payload}}; }
inline Said pong(std::string_view payload) { return {Heard::What::pong, std::string{payload}}; }
inline Said closed(CloseCode code) { return {Heard::What::close, {}, code}; }
inline Said broken(CloseCode code) { return {Heard::What::broken, {}, code}; }

/// All that `bytes` say when they arrive in pieces of `cut` bytes.
inline std::vector<Said> said_in_pieces(std::string bytes, std::size_t cut, std::size_t limit) {
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
        EXPECT_TRUE(piece.empty());
    }
    return out;
}

/// The same, and sure that it doesn't depend on how the bytes were cut.
inline std::vector<Said> said(std::string const& bytes, std::size_t limit = 1024 * 1024) {
    auto const whole = said_in_pieces(bytes, std::max<std::size_t>(bytes.size(), 1), limit);
    for (std::size_t const cut : {1, 2, 3, 5, 8, 997})
        EXPECT_EQ(said_in_pieces(bytes, cut, limit), whole) << "cut every " << cut;
    return whole;
}

// The first byte of a frame.
constexpr unsigned fin = 0x80;
constexpr unsigned continuation = 0;
constexpr unsigned text_start = 1;
constexpr unsigned binary_start = 2;
constexpr unsigned close_now = fin | 8;
constexpr unsigned ping_now = fin | 9;
constexpr unsigned pong_now = fin | 10;
constexpr unsigned text_now = fin | text_start;
constexpr unsigned last_part = fin | continuation;

}  // namespace horenso::net::kit
