#include "services/policy/mode.hpp"

#include <array>

namespace horenso::policy {
namespace {

constexpr std::array<std::string_view, 5> names = {"off", "hint", "confirm", "block", "on"};

}  // namespace

std::string_view mode_name(Mode mode) { return names.at(static_cast<std::size_t>(mode)); }

std::optional<Mode> mode_named(std::string_view name) {
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == name) return static_cast<Mode>(i);
    return std::nullopt;
}

std::vector<Mode> Modes::all() const {
    std::vector<Mode> modes;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (has(static_cast<Mode>(i))) modes.push_back(static_cast<Mode>(i));
    return modes;
}

std::string modes_text(Modes modes) {
    std::string text;
    for (auto const mode : modes.all()) {
        if (!text.empty()) text += ' ';
        text += mode_name(mode);
    }
    return text;
}

std::optional<Modes> modes_of(std::string_view text) {
    Modes modes;
    while (!text.empty()) {
        auto const end = text.find(' ');
        auto const mode = mode_named(text.substr(0, end));
        if (!mode) return std::nullopt;
        modes.add(*mode);
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
    }
    return modes;
}

}  // namespace horenso::policy
