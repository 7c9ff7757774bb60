#pragma once
#include <string>

#include "decoded.hpp"

namespace horenso::media {

/// Changes pixels of an ICC profile to those of sRGB; leaves them if it can't make out the profile.
void to_srgb(Pixels& pixels, std::string const& profile);

}  // namespace horenso::media
