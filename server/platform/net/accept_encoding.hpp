#pragma once
#include <string_view>

namespace horenso::net {

/// How gladly the sender of an Accept-Encoding header takes `coding` (RFC 9110 §12.5.3), in thousandths;
/// 0 is not at all. A coding it doesn't name weighs as `*` does, and nothing without `*`.
int weight_of(std::string_view coding, std::string_view accept_encoding);

}  // namespace horenso::net
