#pragma once
#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "platform/base/pool.hpp"

namespace horenso {

/// How far a piece of long work has come. Written by the thread that does it, read by any.
class Progress {
public:
    struct Standing {
        std::size_t step = 0;  ///< which of the work's steps
        std::size_t done = 0;  ///< pieces of it
        std::size_t of = 0;    ///< 0: nobody knows how many there are
        friend bool operator==(Standing, Standing) = default;
    };

    /// A step begins, also one that begins anew.
    void begin(std::size_t step, std::size_t of = 0) { all_ = step << step_at | of << of_at; }
    void reach(std::size_t done) { all_ = (all_ & ~most) | (done & most); }

    Standing standing() const {
        auto const all = all_.load();
        return {all >> step_at, all & most, all >> of_at & most};
    }

private:
    static constexpr std::uint64_t of_at = 28;
    static constexpr std::uint64_t step_at = 56;
    static constexpr std::uint64_t most = (std::uint64_t{1} << of_at) - 1;
    std::atomic<std::uint64_t> all_ = 0;  ///< in one number, so that no reader sees halves of two
};

/// Work of seconds that somebody waits for: threads for it, so that no loop stands still, and how far each piece has
/// come. May be used from several loops. Must be gone before the loops are.
class LongWork {
public:
    /// `busy`: the code of the 503 for work without a place.
    LongWork(Pool::Limits limits, std::string busy) : pool_(limits, std::move(busy)) {}

    /// A piece of work begins, and is under way as long as somebody holds this. One of the same name is shown in the
    /// place of another.
    std::shared_ptr<Progress> begin(std::string const& name);
    /// nullopt: no such work is under way here.
    std::optional<Progress::Standing> standing(std::string const& name) const;

    /// Runs `make` on one of the threads.
    template <class T>
    Task<Result<T>> run(std::function<T()> make) {
        return pool_.run<T>(std::move(make));
    }

private:
    mutable std::mutex mutex_;
    std::map<std::string, std::weak_ptr<Progress>> under_way_;
    Pool pool_;
};

}  // namespace horenso
