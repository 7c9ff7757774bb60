#include "jpeg.hpp"

#include <algorithm>
#include <csetjmp>
#include <cstdio>
#include <cstdlib>
// After <cstdio>, which it forgets.
#include <jerror.h>
#include <jpeglib.h>

#include "exif.hpp"

namespace horenso::media {
namespace {

using namespace std::string_view_literals;

/// The library has no other way out of an error than a jump; so between setjmp and the end of a function
/// that it may jump into, nothing is made that would have to be destroyed.
struct Errors : jpeg_error_mgr {
    Errors() {
        jpeg_std_error(this);
        error_exit = [](j_common_ptr of) { std::longjmp(static_cast<Errors*>(of->err)->back, 1); };
        output_message = [](j_common_ptr) {};
        emit_message = [](j_common_ptr of, int level) {
            auto const code = of->err->msg_code;
            if (level < 0 && (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER))
                static_cast<Errors*>(of->err)->is_cut = true;
        };
    }
    std::jmp_buf back{};
    bool is_cut = false;
};

class Reading {
public:
    explicit Reading(std::string_view bytes) {
        state_.err = &errors_;
        jpeg_create_decompress(&state_);
        jpeg_mem_src(&state_, reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size());
        jpeg_save_markers(&state_, JPEG_APP0 + 1, 0xffff);  // EXIF
        jpeg_save_markers(&state_, JPEG_APP0 + 2, 0xffff);  // ICC
    }
    ~Reading() {
        jpeg_destroy_decompress(&state_);
        std::free(profile_);
    }
    Reading(Reading const&) = delete;

    bool read_head() {
        if (setjmp(errors_.back) != 0) return false;
        jpeg_read_header(&state_, TRUE);
        jpeg_read_icc_profile(&state_, &profile_, &profile_bytes_);
        return true;
    }
    bool begin(int wanted) {
        if (setjmp(errors_.back) != 0) return false;
        auto const shorter = std::min(state_.image_width, state_.image_height);
        state_.scale_num = 1;
        state_.scale_denom = 1;
        while (state_.scale_denom < 8 &&
               shorter / (state_.scale_denom * 2) >= static_cast<unsigned>(wanted))
            state_.scale_denom *= 2;
        auto const four = state_.num_components == 4;
        state_.out_color_space = four ? JCS_CMYK : JCS_RGB;
        jpeg_start_decompress(&state_);
        return true;
    }
    /// All rows, one after the other. What the head said is gone then.
    bool read_rows(std::uint8_t* to) {
        if (setjmp(errors_.back) != 0) return false;
        while (state_.output_scanline < state_.output_height) {
            JSAMPROW row = to + state_.output_scanline * row_bytes();
            jpeg_read_scanlines(&state_, &row, 1);
        }
        jpeg_finish_decompress(&state_);
        return !errors_.is_cut;
    }
    std::size_t row_bytes() const {
        return static_cast<std::size_t>(state_.output_width) *
               static_cast<std::size_t>(state_.output_components);
    }
    std::string profile() const {
        return {reinterpret_cast<char const*>(profile_), profile_bytes_};
    }
    int orientation() const {
        constexpr auto begins = "Exif\0\0"sv;
        for (auto const* marker = state_.marker_list; marker; marker = marker->next) {
            std::string_view const data{reinterpret_cast<char const*>(marker->data),
                                        marker->data_length};
            if (marker->marker == JPEG_APP0 + 1 && data.starts_with(begins))
                return orientation_in(data.substr(begins.size()));
        }
        return 1;
    }
    jpeg_decompress_struct const& state() const { return state_; }

private:
    jpeg_decompress_struct state_{};
    Errors errors_;
    JOCTET* profile_ = nullptr;
    unsigned profile_bytes_ = 0;
};

/// Adobe writes inks as what they leave of the white.
std::vector<std::uint8_t> from_inks(std::vector<std::uint8_t> const& cmyk) {
    std::vector<std::uint8_t> rgb(cmyk.size() / 4 * 3);
    for (std::size_t from = 0, to = 0; from < cmyk.size(); from += 4, to += 3)
        for (std::size_t i = 0; i < 3; ++i)
            rgb[to + i] = static_cast<std::uint8_t>(cmyk[from + i] * cmyk[from + 3] / 255);
    return rgb;
}

}  // namespace

Outcome decode_jpeg(std::string_view bytes, int wanted, Decoded& out) {
    Reading reading{bytes};
    if (!reading.read_head()) return Outcome::unreadable;
    if (is_too_large(reading.state().image_width, reading.state().image_height))
        return Outcome::too_large;
    out.orientation = reading.orientation();
    out.profile = reading.profile();
    if (!reading.begin(wanted)) return Outcome::unreadable;
    auto const width = static_cast<int>(reading.state().output_width);
    auto const height = static_cast<int>(reading.state().output_height);
    std::vector<std::uint8_t> rows(reading.row_bytes() * static_cast<std::size_t>(height));
    if (!reading.read_rows(rows.data())) return Outcome::unreadable;
    bool const inks = reading.state().output_components == 4;
    out.pixels = {width, height, inks ? from_inks(rows) : std::move(rows)};
    if (inks) out.profile.clear();
    return Outcome::done;
}

std::string encode_jpeg(Pixels const& pixels, int quality) {
    jpeg_compress_struct state{};
    jpeg_error_mgr errors{};
    state.err = jpeg_std_error(&errors);  // ends the program: these pixels are ours
    jpeg_create_compress(&state);
    unsigned char* bytes = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&state, &bytes, &size);
    state.image_width = static_cast<JDIMENSION>(pixels.width);
    state.image_height = static_cast<JDIMENSION>(pixels.height);
    state.input_components = 3;
    state.in_color_space = JCS_RGB;
    jpeg_set_defaults(&state);
    jpeg_set_quality(&state, quality, TRUE);
    state.optimize_coding = TRUE;
    jpeg_start_compress(&state, TRUE);
    while (state.next_scanline < state.image_height) {
        auto const at = static_cast<std::size_t>(state.next_scanline) *
                        static_cast<std::size_t>(pixels.width) * 3;
        JSAMPROW row = const_cast<JSAMPROW>(&pixels.rgb[at]);
        jpeg_write_scanlines(&state, &row, 1);
    }
    jpeg_finish_compress(&state);
    std::string made{reinterpret_cast<char const*>(bytes), size};
    jpeg_destroy_compress(&state);
    std::free(bytes);
    return made;
}

}  // namespace horenso::media
