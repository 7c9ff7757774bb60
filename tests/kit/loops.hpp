// Loops for tests that end them before the store.
#pragma once
#include <memory>
#include <mutex>
#include <vector>

#include "platform/net/loops.hpp"

namespace horenso::kit {

/// A store's threads post answers to the loop that asked, and may still be leaving that call when the answer has been
/// heard: so loops are taken down after the store, as in the program. These are, at the end of all tests.
inline net::Loops& lasting_loops(int count) {
    static std::mutex mutex;
    static std::vector<std::unique_ptr<net::Loops>> kept;
    std::lock_guard const lock{mutex};
    return *kept.emplace_back(std::make_unique<net::Loops>(count));
}

}  // namespace horenso::kit
