#include "platform/net/frame.hpp"

#include <algorithm>
#include <cstring>

#include "platform/text/utf8.hpp"

namespace horenso::net {
namespace {

constexpr unsigned fin_bit = 0x80;
constexpr unsigned reserved_bits = 0x70;
constexpr unsigned mask_bit = 0x80;
constexpr unsigned length_bits = 0x7F;
constexpr unsigned two_byte_length = 126;
constexpr unsigned eight_byte_length = 127;
constexpr std::size_t longest_control = 125;

void append_big_endian(std::string& out, std::uint64_t number, int bytes) {
    for (int shift = (bytes - 1) * 8; shift >= 0; shift -= 8)
        out.push_back(static_cast<char>((number >> shift) & 0xFF));
}

/// Undoes the mask eight bytes at a time, and turns it so that it fits what comes next.
void unmask(std::span<char> bytes, std::array<char, 4>& mask) {
    std::uint32_t narrow = 0;
    std::memcpy(&narrow, mask.data(), sizeof narrow);
    std::uint64_t const wide = (std::uint64_t{narrow} << 32) | narrow;
    std::size_t at = 0;
    for (; at + sizeof wide <= bytes.size(); at += sizeof wide) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof word);
        word ^= wide;
        std::memcpy(bytes.data() + at, &word, sizeof word);
    }
    for (; at < bytes.size(); ++at) bytes[at] = static_cast<char>(bytes[at] ^ mask[at % 4]);
    std::rotate(mask.begin(), mask.begin() + static_cast<std::ptrdiff_t>(bytes.size() % 4),
                mask.end());
}

/// RFC 6455 §7.4 and the registry of close codes: which ones may stand in a frame.
bool may_be_sent(unsigned code) {
    if (code >= 3000) return code <= 4999;
    return code >= 1000 && code <= 1014 && code != 1004 && code != 1005 && code != 1006;
}

/// How much of `bytes` is left when a character that has only begun is taken off its end.
std::size_t whole_characters(std::string_view bytes) {
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, bytes.size()); ++back) {
        auto const byte = static_cast<unsigned char>(bytes[bytes.size() - back]);
        if ((byte & 0xC0) == 0x80) continue;
        std::size_t const length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
        return length > back ? bytes.size() - back : bytes.size();
    }
    return bytes.size();
}

Heard broken(CloseCode why) { return {.what = Heard::What::broken, .code = why}; }

}  // namespace

void append_frame(std::string& out, Opcode opcode, std::string_view payload) {
    out.push_back(static_cast<char>(fin_bit | static_cast<unsigned>(opcode)));
    if (payload.size() < two_byte_length) {
        out.push_back(static_cast<char>(payload.size()));
    } else if (payload.size() <= 0xFFFF) {
        out.push_back(static_cast<char>(two_byte_length));
        append_big_endian(out, payload.size(), 2);
    } else {
        out.push_back(static_cast<char>(eight_byte_length));
        append_big_endian(out, payload.size(), 8);
    }
    out.append(payload);
}

Frame text_frame(std::string_view text) { return text_frames({text}); }

Frame text_frames(std::vector<std::string_view> const& texts) {
    constexpr std::size_t longest_head = 10;
    std::size_t size = 0;
    for (auto text : texts) size += text.size() + longest_head;
    std::string bytes;
    bytes.reserve(size);
    for (auto text : texts) append_frame(bytes, Opcode::text, text);
    return std::make_shared<std::string const>(std::move(bytes));
}

Frame close_frame(CloseCode code) {
    std::string payload;
    append_big_endian(payload, static_cast<std::uint64_t>(code), 2);
    std::string bytes;
    append_frame(bytes, Opcode::close, payload);
    return std::make_shared<std::string const>(std::move(bytes));
}

Heard FrameReader::next(std::span<char>& bytes) {
    if (!given_.empty()) std::string{}.swap(given_);
    for (;;) {
        if (!in_frame_) {
            if (!take_head(bytes)) return {};
            if (auto why = open_frame()) return broken(*why);
        }
        auto const part = take_payload(bytes);
        auto heard = is_control() ? take_control({part.data(), part.size()})
                                  : take_text({part.data(), part.size()});
        if (heard.what != Heard::What::more) return heard;
        if (in_frame_) return {};
    }
}

std::size_t FrameReader::head_needed() const {
    if (head_size_ < 2) return 2;
    auto const length = head_[1] & length_bits;
    std::size_t needed = (head_[1] & mask_bit) ? 6 : 2;
    if (length == two_byte_length) needed += 2;
    if (length == eight_byte_length) needed += 8;
    return needed;
}

bool FrameReader::take_head(std::span<char>& bytes) {
    while (head_size_ < head_needed()) {
        if (bytes.empty()) return false;
        head_[head_size_++] = static_cast<unsigned char>(bytes.front());
        bytes = bytes.subspan(1);
    }
    return true;
}

std::uint64_t FrameReader::open_length() const {
    auto const length = head_[1] & length_bits;
    if (length < two_byte_length) return length;
    std::uint64_t number = 0;
    std::size_t const end = length == two_byte_length ? 4 : 10;
    for (std::size_t at = 2; at < end; ++at) number = (number << 8) | head_[at];
    return number;
}

std::optional<CloseCode> FrameReader::refuse_kind(bool fin) const {
    switch (opcode_) {
        case Opcode::continuation:
            return in_message_ ? std::nullopt : std::optional{CloseCode::protocol_error};
        case Opcode::text:
            return in_message_ ? std::optional{CloseCode::protocol_error} : std::nullopt;
        case Opcode::binary:
            return in_message_ ? CloseCode::protocol_error : CloseCode::unsupported;
        case Opcode::close:
        case Opcode::ping:
        case Opcode::pong:
            return fin && left_ <= longest_control ? std::nullopt
                                                   : std::optional{CloseCode::protocol_error};
    }
    return CloseCode::protocol_error;  // a reserved opcode
}

std::optional<CloseCode> FrameReader::open_frame() {
    head_size_ = 0;
    fin_ = (head_[0] & fin_bit) != 0;
    opcode_ = static_cast<Opcode>(head_[0] & 0x0F);
    left_ = open_length();
    auto const kind_of_length = head_[1] & length_bits;
    if ((head_[0] & reserved_bits) != 0 || (head_[1] & mask_bit) == 0)
        return CloseCode::protocol_error;
    if (auto why = refuse_kind(fin_)) return why;
    // §5.2: the shortest form, and the highest bit of the long form is 0.
    if (kind_of_length == two_byte_length && left_ < two_byte_length)
        return CloseCode::protocol_error;
    if (kind_of_length == eight_byte_length && (left_ <= 0xFFFF || (left_ >> 63) != 0))
        return CloseCode::protocol_error;
    if (!is_control() && left_ > message_limit_ - message_.size()) return CloseCode::too_big;

    std::size_t const mask_at = kind_of_length == two_byte_length     ? 4
                                : kind_of_length == eight_byte_length ? 10
                                                                      : 2;
    std::memcpy(mask_.data(), head_.data() + mask_at, mask_.size());
    in_frame_ = true;
    if (!is_control()) in_message_ = true;
    return std::nullopt;
}

std::span<char> FrameReader::take_payload(std::span<char>& bytes) {
    auto const part =
        bytes.first(static_cast<std::size_t>(std::min<std::uint64_t>(left_, bytes.size())));
    bytes = bytes.subspan(part.size());
    unmask(part, mask_);
    left_ -= part.size();
    in_frame_ = left_ > 0;
    return part;
}

Heard FrameReader::take_control(std::string_view part) {
    if (control_.empty() && left_ == 0) return whole_control(part);
    control_.append(part);
    if (left_ > 0) return {};
    given_.swap(control_);
    return whole_control(given_);
}

Heard FrameReader::whole_control(std::string_view payload) const {
    if (opcode_ == Opcode::ping) return {.what = Heard::What::ping, .payload = payload};
    if (opcode_ == Opcode::pong) return {.what = Heard::What::pong, .payload = payload};
    if (payload.empty()) return {.what = Heard::What::close};
    if (payload.size() == 1) return broken(CloseCode::protocol_error);
    auto const high = static_cast<unsigned char>(payload[0]);
    auto const code = static_cast<unsigned>(high << 8 | static_cast<unsigned char>(payload[1]));
    if (!may_be_sent(code)) return broken(CloseCode::protocol_error);
    if (!text::is_utf8(payload.substr(2))) return broken(CloseCode::not_utf8);
    return {.what = Heard::What::close, .code = static_cast<CloseCode>(code)};
}

Heard FrameReader::take_text(std::string_view part) {
    bool const last = fin_ && left_ == 0;
    if (last) in_message_ = false;
    if (last && message_.empty()) {
        if (!text::is_utf8(part)) return broken(CloseCode::not_utf8);
        return {.what = Heard::What::text, .payload = part};
    }
    message_.append(part);
    auto const unchecked = std::string_view{message_}.substr(checked_);
    auto const ready = last ? unchecked : unchecked.substr(0, whole_characters(unchecked));
    if (!text::is_utf8(ready)) return broken(CloseCode::not_utf8);
    checked_ += ready.size();
    if (!last) return {};
    given_.swap(message_);
    checked_ = 0;
    return {.what = Heard::What::text, .payload = given_};
}

}  // namespace horenso::net
