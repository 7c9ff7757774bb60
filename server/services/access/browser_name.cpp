#include <array>

#include "services/access/known.hpp"

namespace horenso::access {
namespace {

struct Mark {
    std::string_view in_header;
    std::string_view name;
};

// The first that is found: a browser names those that it descends from as well.
constexpr Mark machines[] = {{"iPhone", "iPhone"},   {"iPad", "iPad"},       {"Android", "Android"},
                             {"Windows", "Windows"}, {"CrOS", "Chromebook"}, {"Macintosh", "Mac"},
                             {"Linux", "Linux"}};
constexpr Mark browsers[] = {{"Edg", "Edge"},        {"SamsungBrowser", "Samsung"},
                             {"Firefox", "Firefox"}, {"FxiOS", "Firefox"},
                             {"CriOS", "Chrome"},    {"Chrome", "Chrome"},
                             {"Chromium", "Chrome"}, {"Safari", "Safari"}};

template <std::size_t N>
std::string_view found_in(std::string_view header, Mark const (&marks)[N]) {
    for (auto const& mark : marks)
        if (header.find(mark.in_header) != header.npos) return mark.name;
    return {};
}

}  // namespace

std::string browser_name(std::string_view user_agent) {
    std::string name{found_in(user_agent, machines)};
    auto const browser = found_in(user_agent, browsers);
    if (!name.empty() && !browser.empty()) name += ' ';
    name += browser;
    return name;
}

}  // namespace horenso::access
