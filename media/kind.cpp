#include "kind.hpp"

namespace horenso::media {
namespace {

using namespace std::string_view_literals;

/// ISO/IEC 23008-12: pictures coded as HEVC. `mif1` alone says only "pictures".
bool is_heic(std::string_view bytes) {
    if (bytes.size() < 16 || bytes.substr(4, 4) != "ftyp"sv) return false;
    auto const size = static_cast<std::size_t>(static_cast<unsigned char>(bytes[3]));
    auto const brands = bytes.substr(8, size < 16 ? 0 : size - 8);
    for (std::size_t at = 0; at + 4 <= brands.size(); at += 4) {
        auto const brand = brands.substr(at, 4);
        if (brand == "heic"sv || brand == "heix"sv) return true;
    }
    return false;
}

}  // namespace

std::optional<Kind> kind_of(std::string_view bytes) {
    if (bytes.starts_with("\xff\xd8\xff"sv)) return Kind::jpeg;
    if (bytes.starts_with("\x89PNG\r\n\x1a\n"sv)) return Kind::png;
    if (bytes.starts_with("RIFF"sv) && bytes.substr(0, 12).ends_with("WEBP"sv)) return Kind::webp;
    if (is_heic(bytes)) return Kind::heic;
    return std::nullopt;
}

}  // namespace horenso::media
