// The guideline's words: drafts, editions, acceptance.
#include <algorithm>

#include "platform/text/measure.hpp"
#include "platform/text/utf8.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/policy/changes.hpp"

namespace horenso::policy {
namespace {

constexpr std::size_t longest_title = 60;
constexpr std::size_t longest_text = 4'000;
constexpr std::size_t longest_note = 1'000;

bool are_words(std::string_view text, std::size_t longest) {
    return !text.empty() && text::is_utf8(text) && !text::first_forbidden(text) &&
           text::at_most_graphemes(text, longest);
}

Problem bad_words(std::size_t title, std::size_t text) {
    return {.status = 422,
            .code = "policy.bad_words",
            .arguments = {{"title", std::to_string(title)}, {"text", std::to_string(text)}}};
}

Problem no_such_clause() { return {.status = 404, .code = "policy.no_such_clause"}; }

bool is_in(std::vector<ClauseText> const& texts, std::string_view clause) {
    return std::ranges::find(texts, clause, &ClauseText::id) != texts.end();
}

std::vector<ClauseText> present_texts(Tx& tx, OrgId org) {
    return texts_of(tx, org, current_edition(tx, org).number);
}

/// Own clauses are numbered on; a number is never given twice, so that an old edition stays readable.
std::string next_own(Tx& tx, OrgId org) {
    constexpr Sql select_ids{R"(
        SELECT clause_id FROM policy_edition_clause WHERE org_id = $1 AND clause_id LIKE 'own.%'
         UNION
        SELECT clause_id FROM policy_draft WHERE org_id = $1 AND clause_id LIKE 'own.%')"};
    int last = 0;
    auto row = tx.query(select_ids, org);
    while (row.next())
        last = std::max(
            last, std::stoi(row.get<std::string>(0).substr(std::string_view{own_prefix}.size())));
    return own_prefix + std::to_string(last + 1);
}

}  // namespace

Task<Result<Done>> Policy::draft(Viewer const& viewer, ClauseText words) {
    if (!are_words(words.title, longest_title) || !are_words(words.text, longest_text))
        co_return bad_words(longest_title, longest_text);
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::guideline>(tx, viewer);
        if (!permit) return permit.problem();
        auto const pending = drafts(tx, viewer.org);
        auto const is_pending = std::ranges::any_of(
            pending, [&](DraftText const& one) { return one.words.id == words.id; });
        if (!is_pending && !is_in(present_texts(tx, viewer.org), words.id)) return no_such_clause();
        write_draft(tx, viewer.org, {words});
        tell_change(tx, viewer.org);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::string>> Policy::draft_own(Viewer const& viewer, std::string title,
                                            std::string text) {
    if (!are_words(title, longest_title) || !are_words(text, longest_text))
        co_return bad_words(longest_title, longest_text);
    auto write = [&](Tx& tx) -> Result<std::string> {
        auto const permit = directory::require<Permission::guideline>(tx, viewer);
        if (!permit) return permit.problem();
        auto const id = next_own(tx, viewer.org);
        write_draft(tx, viewer.org, {{id, title, text}});
        tell_change(tx, viewer.org);
        return id;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Policy::drop_draft(Viewer const& viewer, std::string clause) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::guideline>(tx, viewer);
        if (!permit) return permit.problem();
        erase_draft(tx, viewer.org, clause);
        tell_change(tx, viewer.org);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Policy::remove_own(Viewer const& viewer, std::string clause) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::guideline>(tx, viewer);
        if (!permit) return permit.problem();
        auto const texts = present_texts(tx, viewer.org);
        auto const found = std::ranges::find(texts, clause, &ClauseText::id);
        if (!clause.starts_with(own_prefix) || found == texts.end()) return no_such_clause();
        write_draft(tx, viewer.org, {*found, true});
        tell_change(tx, viewer.org);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Edition>> Policy::publish(Viewer const& viewer, std::string note,
                                      std::string effective_on) {
    auto const from = parse_japanese_date(effective_on);
    if (!are_words(note, longest_note) || !from)
        co_return Problem{.status = 422, .code = "policy.bad_edition"};
    auto write = [&](Tx& tx) -> Result<Edition> {
        auto const permit = directory::require<Permission::guideline>(tx, viewer);
        if (!permit) return permit.problem();
        tell_change(tx, viewer.org);  // first: its lock makes editions go one by one
        if (drafts(tx, viewer.org).empty())
            return Problem{.status = 409, .code = "policy.nothing_changed"};
        auto const now = needs_.clock.now();
        auto edition = policy::publish(tx, viewer, note, iso_text(*from), now);
        audit::Details details;
        details.number("edition", edition.number);
        record_change(tx, viewer, audit::Action::edition_published, details, now);
        return edition;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::vector<ClauseText>>> Policy::edition(Viewer const& viewer,
                                                      std::int64_t number) const {
    auto read = [&](Tx& tx) -> Result<std::vector<ClauseText>> {
        if (!find_edition(tx, viewer.org, number))
            return Problem{.status = 404, .code = "policy.no_such_edition"};
        return texts_of(tx, viewer.org, number);
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Policy::accept(Viewer const& viewer, std::int64_t number) {
    auto write = [&](Tx& tx) -> Result<Done> {
        if (current_edition(tx, viewer.org).number != number)
            return Problem{.status = 409, .code = "policy.other_edition"};
        if (accepted_edition(tx, viewer.org, viewer.person) == number) return Done{};
        auto const now = needs_.clock.now();
        accept_edition(tx, viewer, number, now);
        audit::Details details;
        details.number("edition", number);
        record_change(tx, viewer, audit::Action::edition_accepted, details, now);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::policy
