#include "platform/net/message.hpp"

#include <algorithm>
#include <charconv>

#include "platform/net/percent.hpp"

namespace horenso::net {
namespace {

using Pairs = std::vector<std::pair<std::string, std::string>>;

std::string_view first(Pairs const& pairs, std::string_view name) {
    auto const found =
        std::find_if(pairs.begin(), pairs.end(), [&](auto const& p) { return p.first == name; });
    return found == pairs.end() ? std::string_view{} : std::string_view{found->second};
}

/// Takes the part before `separator` off the front of `rest`.
std::string_view take(std::string_view& rest, char separator) {
    auto const end = std::min(rest.find(separator), rest.size());
    auto const part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || stop != end) return std::nullopt;
    return number;
}

Reply json_reply(int status, std::string json) {
    return {.status = status, .content_type = "application/json", .body = std::move(json)};
}

}  // namespace

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::put: return "PUT";
        case Method::post: return "POST";
        case Method::patch: return "PATCH";
        case Method::remove: return "DELETE";
    }
    return "";
}

std::string_view Request::header(std::string_view name) const { return first(headers, name); }

std::string_view Request::cookie(std::string_view name) const {
    for (auto const& [header, value] : headers) {
        if (header != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            auto pair = take(rest, ';');
            pair.remove_prefix(std::min(pair.find_first_not_of(' '), pair.size()));
            if (take(pair, '=') == name) return pair;
        }
    }
    return {};
}

std::string_view Request::path_parameter(std::string_view name) const {
    return first(path_parameters, name);
}

std::optional<std::string> Request::query_parameter(std::string_view name) const {
    std::string_view rest = query;
    while (!rest.empty()) {
        auto value = take(rest, '&');
        if (form_decoded(take(value, '=')) == name) return form_decoded(value);
    }
    return std::nullopt;
}

Result<std::optional<std::int64_t>> Request::query_number(std::string_view name, std::int64_t least,
                                                          std::int64_t most) const {
    auto const text = query_parameter(name);
    if (!text) return std::optional<std::int64_t>{};
    auto const number = whole_number(*text);
    if (number && *number >= least && *number <= most) return number;
    Problem::Field field{std::string{name},
                         "net.number_out_of_range",
                         {{"least", std::to_string(least)}, {"most", std::to_string(most)}}};
    return Problem{.status = 400, .code = "net.bad_query", .fields = {std::move(field)}};
}

std::int64_t Request::id_value(std::string_view name) const {
    auto const text = path_parameter(name);
    auto const number = whole_number(text);
    bool const is_only_spelling = !text.starts_with('0');  // "012" would be another name of 12
    return number && *number > 0 && is_only_spelling ? *number : 0;
}

Reply ok(std::string json) { return json_reply(200, std::move(json)); }

Reply created(std::string json) { return json_reply(201, std::move(json)); }

Reply no_content() { return {.status = 204}; }

}  // namespace horenso::net
