#pragma once
#include <string_view>

namespace horenso::directory {

/// Whether a name, its kana or a login is that of several people's account: 受付, 共用, reception2@minato. There are
/// none (clause 3.3): one ID is one person. Empty texts are nobody's.
bool is_shared_name(std::string_view name);
bool is_shared_kana(std::string_view kana);
bool is_shared_login(std::string_view login);

}  // namespace horenso::directory
