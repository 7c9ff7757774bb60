#pragma once
#include "decoded.hpp"

namespace horenso::media {

/// The first picture of one that moves; on white where it is transparent.
Outcome decode_webp(std::string_view bytes, Decoded& out);

}  // namespace horenso::media
