#include "platform/store/stream.hpp"

#include <charconv>

namespace horenso {

std::string Stream::name() const {
    std::string name{kind};
    if (id == 0) return name;
    name += ':';
    name += std::to_string(id);
    return name;
}

std::optional<std::int64_t> id_in(std::string_view name, std::string_view kind) {
    if (!name.starts_with(kind) || !name.substr(kind.size()).starts_with(':')) return std::nullopt;
    auto const digits = name.substr(kind.size() + 1);
    std::int64_t id = 0;
    auto const [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error != std::errc{} || id <= 0 || std::to_string(id) != digits) return std::nullopt;
    return id;
}

}  // namespace horenso
