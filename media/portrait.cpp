#include "portrait.hpp"

#include <exception>

#include "heic.hpp"
#include "jpeg.hpp"
#include "kind.hpp"
#include "png.hpp"
#include "profile.hpp"
#include "square.hpp"
#include "webp.hpp"

namespace horenso::media {
namespace {

constexpr int large_side = 512;
constexpr int small_side = 96;
constexpr int quality = 85;

Outcome decode(Kind kind, std::string_view bytes, Decoded& out) {
    switch (kind) {
        case Kind::jpeg: return decode_jpeg(bytes, large_side, out);
        case Kind::png: return decode_png(bytes, out);
        case Kind::webp: return decode_webp(bytes, out);
        case Kind::heic: return decode_heic(bytes, out);
    }
    return Outcome::unknown_kind;
}

Answer made(Kind kind, std::string_view bytes) {
    Decoded picture;
    auto const outcome = decode(kind, bytes, picture);
    if (outcome != Outcome::done) return {outcome};
    auto large = upright(middle_square(picture.pixels, large_side), picture.orientation);
    to_srgb(large, picture.profile);
    return {Outcome::done,
            {encode_jpeg(large, quality), encode_jpeg(middle_square(large, small_side), quality)}};
}

}  // namespace

Answer portrait(std::string_view bytes) {
    auto const kind = kind_of(bytes);
    if (!kind) return {Outcome::unknown_kind};
    try {
        return made(*kind, bytes);
    } catch (std::exception const&) {  // no memory, no thread: more than a picture may want
        return {Outcome::unreadable};
    }
}

}  // namespace horenso::media
