#pragma once
#include <stdexcept>
#include <utility>

#include "platform/base/result.hpp"

namespace horenso::kit {

/// What a Result holds; throws with the code if it is a Problem.
template <class T>
T must(Result<T> result) {
    if (!result) throw std::runtime_error{"refused: " + result.problem().code};
    return *std::move(result);
}

}  // namespace horenso::kit
