#pragma once
#include <optional>
#include <string_view>

namespace horenso::media {

enum class Kind { jpeg, png, webp, heic };

/// What the bytes begin like, whatever the file was called; nullopt: nothing that is taken.
std::optional<Kind> kind_of(std::string_view bytes);

}  // namespace horenso::media
