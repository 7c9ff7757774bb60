#include "platform/net/router.hpp"

#include <algorithm>
#include <stdexcept>

namespace horenso::net {
namespace {

bool is_name(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

/// Takes the first segment off a path that begins with '/'.
std::string_view take_segment(std::string_view& path) {
    path.remove_prefix(1);
    auto const segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    return segment;
}

/// Where a path fits: the places of its literal segments, the leftmost in the highest bit, so that of
/// two fitting patterns the one with the greater number is more exact. Nothing if it doesn't fit.
std::optional<std::uint64_t> fit(std::string_view pattern, std::string_view path) {
    std::uint64_t literal = 0;
    std::uint64_t bit = std::uint64_t{1} << 63;
    while (!pattern.empty() && !path.empty()) {
        auto const expected = take_segment(pattern);
        auto const found = take_segment(path);
        if (is_name(expected)) {
            if (found.empty()) return std::nullopt;
        } else {
            if (expected != found) return std::nullopt;
            literal |= bit;
        }
        bit >>= 1;
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return literal;
}

std::vector<std::pair<std::string, std::string>> parameters(std::string_view pattern,
                                                            std::string_view path) {
    std::vector<std::pair<std::string, std::string>> out;
    while (!pattern.empty()) {
        auto const expected = take_segment(pattern);
        auto const found = take_segment(path);
        if (is_name(expected)) out.emplace_back(expected.substr(1, expected.size() - 2), found);
    }
    return out;
}

/// The pattern without the names, so that "/a/{x}" and "/a/{y}" are seen to be one.
std::string shape(std::string_view pattern) {
    std::string out;
    while (!pattern.empty()) {
        auto const segment = take_segment(pattern);
        out.append("/").append(is_name(segment) ? "{}" : segment);
    }
    return out;
}

}  // namespace

void Router::add(Route route) {
    if (!route.pattern.starts_with('/'))
        throw std::logic_error{"a route needs a path: " + route.pattern};
    for (auto const& other : routes_)
        if (other.method == route.method && shape(other.pattern) == shape(route.pattern))
            throw std::logic_error{"two routes are one: " + route.pattern + ", " + other.pattern};
    routes_.push_back(std::move(route));
}

void Router::admit_large(std::function<Admit(Route const&)> const& make) {
    for (auto& route : routes_)
        if (route.body_limit > Route::usual_body) route.admit = make(route);
}

Router::Match Router::find(Method method, std::string_view path) const {
    Match match;
    if (!path.starts_with('/')) return match;
    std::uint64_t best = 0;
    for (auto const& route : routes_) {
        auto const literal = fit(route.pattern, path);
        if (!literal) continue;
        if (std::find(match.allowed.begin(), match.allowed.end(), route.method) ==
            match.allowed.end())
            match.allowed.push_back(route.method);
        if (route.method != method || (match.route && *literal <= best)) continue;
        match.route = &route;
        best = *literal;
    }
    if (match.route) {
        match.allowed.clear();
        match.parameters = parameters(match.route->pattern, path);
    }
    return match;
}

}  // namespace horenso::net
