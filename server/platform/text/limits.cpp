#include "platform/text/limits.hpp"

#include <string>

#include "platform/text/code_points.hpp"
#include "platform/text/measure.hpp"
#include "platform/text/utf8.hpp"

namespace horenso::text {
namespace {

bool is_blank(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const character = next_code_point(text, at);
        bool const is_space = character == U' ' || character == U'\t' || character == U'\n' ||
                              character == 0xA0 || character == 0x3000;
        if (!is_space) return false;
    }
    return true;
}

std::string kilobytes(std::size_t bytes) { return std::to_string(bytes / 1024); }

}  // namespace

std::optional<Problem::Field> what_is_wrong(std::string_view path, std::string_view text,
                                            Limits const& limits) {
    Problem::Field field{std::string{path}, {}};
    if (text.size() > limits.bytes) {
        field.code = "text.too_large";
        field.arguments = {{"kilobytes", kilobytes(limits.bytes)}};
    } else if (!is_utf8(text)) {
        field.code = "text.not_utf8";
    } else if (first_forbidden(text)) {
        field.code = "text.forbidden_character";
    } else if (!limits.may_be_empty && is_blank(text)) {
        field.code = "text.required";
    } else if (!at_most_graphemes(text, limits.graphemes)) {
        field.code = "text.too_long";
        field.arguments = {{"limit", std::to_string(limits.graphemes)}};
    }
    if (field.code.empty()) return std::nullopt;
    return field;
}

}  // namespace horenso::text
