#include "png.hpp"

#include <png.h>

namespace horenso::media {

Outcome decode_png(std::string_view bytes, Decoded& out) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()))
        return Outcome::unreadable;
    if (is_too_large(image.width, image.height)) {
        png_image_free(&image);
        return Outcome::too_large;
    }
    image.format = PNG_FORMAT_RGB;
    std::vector<std::uint8_t> rows(PNG_IMAGE_SIZE(image));
    png_color const white{255, 255, 255};
    if (!png_image_finish_read(&image, &white, rows.data(), 0, nullptr)) {
        png_image_free(&image);
        return Outcome::unreadable;
    }
    out.pixels = {static_cast<int>(image.width), static_cast<int>(image.height), std::move(rows)};
    return Outcome::done;
}

}  // namespace horenso::media
