#pragma once
#include <string_view>

namespace horenso::media {

/// How the picture stands (1 to 8, tag 0x0112), of a block of EXIF that begins with its TIFF head; 1 if it
/// doesn't say.
int orientation_in(std::string_view tiff);

}  // namespace horenso::media
