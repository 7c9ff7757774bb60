#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace horenso::net {

/// Decodes %XX; nothing if a `%` isn't followed by two hex digits.
std::optional<std::string> percent_decoded(std::string_view text);

/// As above, and `+` is a space (a query as forms write it).
std::optional<std::string> form_decoded(std::string_view text);

/// A path as it stands in an address: what could be misread there becomes %XX.
std::string percent_encoded(std::string_view path);

}  // namespace horenso::net
