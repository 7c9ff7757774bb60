#pragma once
#include "decoded.hpp"

namespace horenso::media {

/// The picture that the file calls its main one, upright; on white where it is transparent.
Outcome decode_heic(std::string_view bytes, Decoded& out);

}  // namespace horenso::media
