#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "services/directory/directory.hpp"

namespace horenso::directory {

/// Reads that, also with half-width signs, other commas and spaces around. Empty parts are passed over.
std::vector<Post> parse_posts(std::string_view text);

/// Whether a department may be called so: what stands between posts can't be a part of one.
bool is_department_name(std::string_view name);

}  // namespace horenso::directory
