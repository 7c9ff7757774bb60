#pragma once
#include "decoded.hpp"

namespace horenso::media {

/// The middle of a picture, `side` pixels each way; smoothed where it is made smaller.
Pixels middle_square(Pixels const& from, int side);

/// A square as it is to be looked at. `orientation` is EXIF's, 1 to 8.
Pixels upright(Pixels const& from, int orientation);

}  // namespace horenso::media
