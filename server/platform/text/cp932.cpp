#include "platform/text/cp932.hpp"

#include <unicode/bytestream.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>

#include "platform/text/utf8.hpp"

namespace horenso::text {
namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, Close>;

/// IBM's table is the one of Windows, but for what it does with bytes it doesn't know, so it is
/// told to stop there.
Converter open_converter() {
    auto status = U_ZERO_ERROR;
    Converter opened{ucnv_open("ibm-943_P15A-2003", &status)};
    ucnv_setToUCallBack(opened.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) throw std::runtime_error{u_errorName(status)};
    return opened;
}

/// IBM's tables turn 1A, 1C and 7F round, as its mainframes did; Windows leaves them alone.
char turned_back(char byte) {
    switch (byte) {
        case 0x1C: return 0x1A;
        case 0x1A: return 0x7F;
        case 0x7F: return 0x1C;
        default: return byte;
    }
}

}  // namespace

std::optional<std::string> decode_cp932(std::string_view bytes) {
    auto const converter = open_converter();
    auto const length = static_cast<std::int32_t>(bytes.size());
    icu::UnicodeString wide;
    auto* room = wide.getBuffer(length + 1);  // never more units than bytes
    if (room == nullptr) throw std::bad_alloc{};
    auto status = U_ZERO_ERROR;
    auto const units =
        ucnv_toUChars(converter.get(), room, length + 1, bytes.data(), length, &status);
    wide.releaseBuffer(U_SUCCESS(status) ? units : 0);
    if (U_FAILURE(status)) return std::nullopt;
    std::string out;
    wide.toUTF8String(out);
    std::ranges::transform(out, out.begin(), turned_back);
    return out;
}

std::optional<std::string> decode_japanese(std::string_view bytes) {
    if (bytes.starts_with(utf8_mark)) {
        auto const rest = bytes.substr(utf8_mark.size());
        return is_utf8(rest) ? std::optional<std::string>{rest} : std::nullopt;
    }
    if (is_utf8(bytes)) return std::string{bytes};
    return decode_cp932(bytes);
}

}  // namespace horenso::text
