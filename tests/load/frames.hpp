#pragma once
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace horenso::load {

enum class Opcode : std::uint8_t { text = 1, close = 8, ping = 9, pong = 10 };

/// Gives `use(opcode, payload)` every whole frame a server sent (RFC 6455 §5.2, never masked) and
/// returns how many bytes were used up; the rest is the beginning of a frame.
template <class Use>
std::size_t scan_frames(std::string_view bytes, Use use) {
    std::size_t at = 0;
    auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
    while (bytes.size() - at >= 2) {
        std::size_t head = 2;
        std::size_t length = byte(1);
        if (length > 127) throw std::runtime_error("a masked frame from a server");
        if (length == 126) {
            if (bytes.size() - at < 4) break;
            length = std::size_t{byte(2)} << 8 | byte(3);
            head = 4;
        } else if (length == 127) {
            if (bytes.size() - at < 10) break;
            length = 0;
            for (std::size_t i = 2; i < 10; ++i) length = length << 8 | byte(i);
            head = 10;
        }
        if (bytes.size() - at - head < length) break;
        use(static_cast<Opcode>(byte(0) & 15), bytes.substr(at + head, length));
        at += head + length;
    }
    return at;
}

/// A frame as clients send it: masked, with the key 0, so that the payload stands in it as it is.
inline std::string client_frame(Opcode opcode, std::string_view payload) {
    std::string frame(1, static_cast<char>(0x80 | static_cast<int>(opcode)));
    if (payload.size() < 126) {
        frame += static_cast<char>(0x80 | payload.size());
    } else {
        frame += static_cast<char>(0x80 | 126);
        frame += static_cast<char>(payload.size() >> 8);
        frame += static_cast<char>(payload.size() & 255);
    }
    frame.append(4, '\0');
    return frame.append(payload);
}

}  // namespace horenso::load
