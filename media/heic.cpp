#include "heic.hpp"

#include <libheif/heif.h>

#include <memory>

namespace horenso::media {
namespace {

template <auto release>
struct Released {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};
using Context = std::unique_ptr<heif_context, Released<heif_context_free>>;
using Handle = std::unique_ptr<heif_image_handle const, Released<heif_image_handle_release>>;
using Image = std::unique_ptr<heif_image const, Released<heif_image_release>>;

bool is_ok(heif_error const& error) { return error.code == heif_error_Ok; }

Handle main_picture(heif_context* context) {
    heif_image_handle* handle = nullptr;
    if (!is_ok(heif_context_get_primary_image_handle(context, &handle))) return nullptr;
    return Handle{handle};
}

Image decoded(heif_image_handle const* handle) {
    heif_image* image = nullptr;
    auto const error = heif_decode_image(handle, &image, heif_colorspace_RGB,
                                         heif_chroma_interleaved_RGBA, nullptr);
    return is_ok(error) ? Image{image} : nullptr;
}

std::string profile_of(heif_image_handle const* handle) {
    std::string profile(heif_image_handle_get_raw_color_profile_size(handle), '\0');
    if (profile.empty() || !is_ok(heif_image_handle_get_raw_color_profile(handle, profile.data())))
        return {};
    return profile;
}

}  // namespace

Outcome decode_heic(std::string_view bytes, Decoded& out) {
    Context const context{heif_context_alloc()};
    heif_context_set_max_decoding_threads(context.get(), 0);
    heif_context_set_maximum_image_size_limit(context.get(), static_cast<int>(longest_side));
    if (!is_ok(heif_context_read_from_memory_without_copy(context.get(), bytes.data(), bytes.size(),
                                                          nullptr)))
        return Outcome::unreadable;
    auto const handle = main_picture(context.get());
    if (!handle) return Outcome::unreadable;
    auto const width = heif_image_handle_get_width(handle.get());
    auto const height = heif_image_handle_get_height(handle.get());
    if (is_too_large(width, height)) return Outcome::too_large;
    auto const image = decoded(handle.get());
    if (!image) return Outcome::unreadable;
    int row_bytes = 0;
    auto const* rows =
        heif_image_get_plane_readonly(image.get(), heif_channel_interleaved, &row_bytes);
    auto const wide = heif_image_get_width(image.get(), heif_channel_interleaved);
    auto const high = heif_image_get_height(image.get(), heif_channel_interleaved);
    if (!rows || wide <= 0 || high <= 0 || is_too_large(wide, high)) return Outcome::unreadable;
    out.pixels = on_white(wide, high, rows, static_cast<std::size_t>(row_bytes));
    out.profile = profile_of(handle.get());
    return Outcome::done;
}

}  // namespace horenso::media
