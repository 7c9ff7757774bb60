#pragma once
#include <atomic>
#include <cstdint>

namespace horenso {

/// Gives new ids: 41 bits of milliseconds, 10 bits of node, 12 bits of counter, so that ids made later
/// are greater and nodes don't meet. Safe from several threads. A wall clock that jumps back does not
/// bring an id back: the milliseconds never go down within a process.
class IdSource {
public:
    /// `node`: 0 to 1023, another one for each running node.
    explicit IdSource(std::int64_t node) : node_(node & 1023) {}

    std::int64_t next(std::int64_t now_ms);

    template <class I>
    I make(std::int64_t now_ms) {
        return I{next(now_ms)};
    }

private:
    std::int64_t node_;
    std::atomic<std::int64_t> last_{0};  ///< milliseconds and counter of the newest id
};

}  // namespace horenso
