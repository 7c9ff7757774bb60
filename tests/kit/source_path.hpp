#pragma once
#include <filesystem>
#include <stdexcept>
#include <string_view>

namespace horenso::kit {

/// A file of the source tree, wherever in it or in its build folder a test runs.
inline std::filesystem::path source_path(std::string_view inside) {
    for (auto at = std::filesystem::current_path(); at != at.root_path(); at = at.parent_path())
        if (std::filesystem::exists(at / "tests/vectors")) return at / inside;
    throw std::runtime_error{"run this within the source tree"};
}

}  // namespace horenso::kit
