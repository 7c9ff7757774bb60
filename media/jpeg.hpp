#pragma once
#include <string>

#include "decoded.hpp"

namespace horenso::media {

/// Of a large picture only as many pixels as are needed for `wanted` each way.
Outcome decode_jpeg(std::string_view bytes, int wanted, Decoded& out);

/// Nothing in it but the picture.
std::string encode_jpeg(Pixels const& pixels, int quality);

}  // namespace horenso::media
