#pragma once
#include "decoded.hpp"

namespace horenso::media {

/// The job `portrait`: the middle of a picture, 512 and 96 pixels each way, as JPEG.
Answer portrait(std::string_view bytes);

}  // namespace horenso::media
