#include <exception>

#include "platform/base/log.hpp"
#include "platform/text/code_points.hpp"
#include "services/policy/clauses.hpp"
#include "services/policy/finding.hpp"

namespace horenso::policy {
namespace {

bool is_guard(Rule const& rule) {
    auto const* measure = find_measure(*find_clause(rule.clause.text()), rule.measure.text());
    return measure->modes.has(Mode::confirm) || measure->modes.has(Mode::block);
}

std::optional<Finding> found_by(Rule const& rule, Draft const& draft, Numbers const& numbers) {
    try {
        return rule.find(draft, numbers);
    } catch (std::exception const& error) {
        log::error("policy.rule_failed", {{"clause", rule.clause.text()}, {"what", error.what()}});
    }
    if (!is_guard(rule)) return std::nullopt;
    return Finding{rule.clause, rule.measure, "policy.rule_failed", {}};
}

}  // namespace

std::string_view name_of(DraftKind kind) {
    switch (kind) {
        case DraftKind::message: return "message";
        case DraftKind::later: return "later";
        case DraftKind::group_name: return "group_name";
    }
    return {};
}

std::optional<DraftKind> kind_named(std::string_view name) {
    for (auto const kind : {DraftKind::message, DraftKind::later, DraftKind::group_name})
        if (name == name_of(kind)) return kind;
    return std::nullopt;
}

std::vector<Finding> look(Draft const& draft, Numbers const& numbers, std::span<Rule const> rules) {
    std::vector<Finding> findings;
    auto const about =
        draft.kind == DraftKind::group_name ? Rule::About::group_names : Rule::About::messages;
    for (auto const& rule : rules) {
        if (rule.about != about) continue;
        if (auto found = found_by(rule, draft, numbers)) findings.push_back(*std::move(found));
    }
    return findings;
}

std::vector<Rule> guards(std::span<Rule const> rules) {
    std::vector<Rule> chosen;
    for (auto const& rule : rules)
        if (is_guard(rule)) chosen.push_back(rule);
    return chosen;
}

std::size_t utf16_offset(std::string_view text, std::size_t bytes) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < bytes && at < text.size();)
        units += text::next_code_point(text, at) > 0xFFFF ? 2 : 1;
    return units;
}

}  // namespace horenso::policy
