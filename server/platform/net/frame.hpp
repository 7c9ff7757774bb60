#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/net/socket.hpp"

/// The frames of RFC 6455 §5, over bytes alone: no socket, no clock.
namespace horenso::net {

enum class Opcode : std::uint8_t {
    continuation = 0,
    text = 1,
    binary = 2,
    close = 8,
    ping = 9,
    pong = 10
};

/// Appends a frame as a server sends it: FIN, unmasked, with the shortest length.
void append_frame(std::string& out, Opcode opcode, std::string_view payload);
Frame close_frame(CloseCode code);

/// What a client said.
struct Heard {
    enum class What {
        more,  ///< nothing whole yet; all bytes are used up
        text,  ///< a whole message, valid UTF-8
        ping,
        pong,
        close,   ///< `code` is the one to answer with
        broken,  ///< the rules are broken; `code` says how
    };
    What what = What::more;
    std::string_view payload = {};  ///< of text, ping, pong; good until the next call
    CloseCode code = CloseCode::normal;
};

/// Takes a client's bytes apart, however they were cut on the way. Costs no heap while it holds no
/// unfinished message. Binary messages are refused: nothing here speaks them.
class FrameReader {
public:
    explicit FrameReader(std::size_t message_limit) : message_limit_(message_limit) {}

    /// Takes bytes from the front of `bytes`, which are unmasked in place, until something is whole.
    /// Not to be called again after `close` or `broken`.
    Heard next(std::span<char>& bytes);

private:
    bool take_head(std::span<char>& bytes);
    std::size_t head_needed() const;
    std::optional<CloseCode> open_frame();
    std::uint64_t open_length() const;
    std::optional<CloseCode> refuse_kind(bool fin) const;
    std::span<char> take_payload(std::span<char>& bytes);
    Heard take_control(std::string_view part);
    Heard take_text(std::string_view part);
    Heard whole_control(std::string_view payload) const;
    bool is_control() const { return (static_cast<std::uint8_t>(opcode_) & 8) != 0; }

    std::size_t message_limit_;
    std::uint64_t left_ = 0;   // payload bytes of the open frame still to come
    std::string message_;      // what came of an unfinished message
    std::size_t checked_ = 0;  // bytes of `message_` known to be UTF-8
    std::string control_;      // what came of an unfinished control frame
    std::string given_;        // holds what the last call gave out
    std::array<unsigned char, 14> head_{};
    std::array<char, 4> mask_{};
    std::uint8_t head_size_ = 0;
    Opcode opcode_ = Opcode::continuation;
    bool fin_ = false;
    bool in_frame_ = false;
    bool in_message_ = false;
};

}  // namespace horenso::net
