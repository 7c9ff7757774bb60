#include "services/hours/patterns.hpp"

#include <algorithm>

#include "platform/text/limits.hpp"

namespace horenso::hours {
namespace {

constexpr std::size_t most_patterns = 12;
constexpr text::Limits name_limits{.graphemes = 10, .bytes = 200};

constexpr Sql select_patterns{R"(
    SELECT name, opens, closes
      FROM hours_pattern
     WHERE org_id = $1 AND scope = $2 AND whose = $3
     ORDER BY place)"};
constexpr Sql delete_patterns{R"(
    DELETE FROM hours_pattern WHERE org_id = $1 AND scope = $2 AND whose = $3)"};
constexpr Sql insert_pattern{R"(
    INSERT INTO hours_pattern (org_id, scope, whose, place, name, opens, closes)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};

}  // namespace

std::optional<Problem> refuse_patterns(std::vector<Pattern> const& patterns) {
    auto const is_good = [&](Pattern const& one) {
        auto const same = [&](Pattern const& other) { return other.name == one.name; };
        return !text::what_is_wrong(one.name, name_limits) && (!one.open || is_span(*one.open)) &&
               std::ranges::count_if(patterns, same) == 1;
    };
    if (patterns.size() <= most_patterns && std::ranges::all_of(patterns, is_good))
        return std::nullopt;
    return Problem{.status = 422, .code = "hours.bad_patterns"};
}

std::vector<Pattern> patterns_of(Tx& tx, OrgId org, Scope const& scope) {
    std::vector<Pattern> patterns;
    auto row = tx.query(select_patterns, org, name_of(scope.kind), scope.whose);
    while (row.next()) {
        Pattern one{.name = row.get<std::string>(0)};
        if (auto const opens = row.get<std::optional<int>>(1))
            one.open = Span{*opens, row.get<int>(2)};
        patterns.push_back(std::move(one));
    }
    return patterns;
}

void write_patterns(Tx& tx, OrgId org, Scope const& scope, std::vector<Pattern> const& patterns) {
    auto const kind = name_of(scope.kind);
    tx.run(delete_patterns, org, kind, scope.whose);
    for (std::size_t place = 0; place < patterns.size(); ++place) {
        auto const& [name, open] = patterns[place];
        tx.run(insert_pattern, org, kind, scope.whose, place, name,
               open ? std::optional{open->opens} : std::nullopt,
               open ? std::optional{open->closes} : std::nullopt);
    }
}

}  // namespace horenso::hours
