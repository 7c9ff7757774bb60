#include "profile.hpp"

#include <lcms2.h>

#include <memory>

namespace horenso::media {
namespace {

struct Closes {
    void operator()(void* profile) const { cmsCloseProfile(profile); }
};
struct Deletes {
    void operator()(void* transform) const { cmsDeleteTransform(transform); }
};

}  // namespace

void to_srgb(Pixels& pixels, std::string const& profile) {
    if (profile.empty()) return;
    std::unique_ptr<void, Closes> const from{
        cmsOpenProfileFromMem(profile.data(), static_cast<cmsUInt32Number>(profile.size()))};
    if (!from || cmsGetColorSpace(from.get()) != cmsSigRgbData) return;
    std::unique_ptr<void, Closes> const to{cmsCreate_sRGBProfile()};
    std::unique_ptr<void, Deletes> const transform{
        cmsCreateTransform(from.get(), TYPE_RGB_8, to.get(), TYPE_RGB_8, INTENT_PERCEPTUAL, 0)};
    if (!transform) return;
    cmsDoTransform(transform.get(), pixels.rgb.data(), pixels.rgb.data(),
                   static_cast<cmsUInt32Number>(pixels.rgb.size() / 3));
}

}  // namespace horenso::media
