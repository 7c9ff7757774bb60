#pragma once
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

#include "platform/base/pool.hpp"

namespace horenso::media {

inline constexpr std::size_t largest_picture = 10 * 1024 * 1024;  ///< bytes, as it comes
inline constexpr std::size_t largest_made = 512 * 1024;  ///< bytes of a picture that was made

/// A square picture of somebody in two sizes: JPEG in sRGB, upright, and nothing in it but the picture.
struct Portrait {
    std::string large;  ///< 512 × 512
    std::string small;  ///< 96 × 96
};

/// Has bytes that came from outside looked at by another program, horenso-media: a process for each job,
/// which may do nothing but calculate, read what it is sent and answer (media/README.md). Whatever it dies
/// of, only that job is lost. May be used from several loops; every call goes on where it was called.
///
/// Must be gone before the loops are. Its destructor waits for the jobs under way, at most for a deadline.
class Workers {
public:
    struct Limits {
        std::chrono::milliseconds deadline{15'000};  ///< of one job, by the wall clock
        Pool::Limits pool{.threads = 2, .queue = 16};
    };

    Workers(std::filesystem::path program, Limits limits);

    /// The middle of a picture (JPEG, PNG, WebP, HEIC), by its bytes and not by its name. `whose` may have
    /// one job at a time: 429 `media.one_at_a_time`. 413 `media.too_large`; 422 `media.not_a_picture`,
    /// `media.too_many_pixels`, `media.broken`; 503 `media.busy`, `media.took_too_long`,
    /// `media.missing`.
    Task<Result<Portrait>> portrait(std::string whose, std::string bytes);

    /// Whether the program is where it is looked for.
    bool is_there() const;

private:
    struct AtWork;

    std::filesystem::path program_;
    std::chrono::milliseconds deadline_;
    std::shared_ptr<AtWork> at_work_;  // a caller on a stopped loop may be destroyed after this
    Pool pool_;
};

/// horenso-media as it lies beside the program that runs now.
std::filesystem::path beside_this_program();

}  // namespace horenso::media
