// What holds: reading the guideline, choosing modes.
#include "services/policy/policy.hpp"

#include <algorithm>
#include <charconv>

#include "platform/base/json_writer.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/audit/audit.hpp"
#include "services/live/events.hpp"
#include "services/policy/changes.hpp"
#include "services/policy/dismissal.hpp"

namespace horenso::policy {
namespace {

constexpr std::chrono::hours figures_of{24 * 30};
constexpr char const* first_preset = "shakyo";

constexpr Sql select_counts{R"(
    SELECT clause_id, what, SUM(times)
      FROM policy_count
     WHERE org_id = $1 AND day >= $2
     GROUP BY clause_id, what)"};

std::string department_of(Tx& tx, Viewer const& viewer) {
    auto const person = directory::find_person(tx, viewer.org, viewer.person);
    return person ? person->department : std::string{};
}

/// What is to be set, once it is known that it may be.
struct Allowed {
    Clause const& clause;
    Measure const* measure;  ///< null: the parameter
    std::string department;
};

Problem may_not_choose() { return {.status = 403, .code = "policy.may_not_choose"}; }
Problem bad_value() { return {.status = 422, .code = "policy.bad_value"}; }

Result<Allowed> allow(Tx& tx, Viewer const& viewer, Choice const& choice) {
    auto const* clause = find_clause(choice.clause);
    if (!clause) return Problem{.status = 404, .code = "policy.no_such_clause"};
    auto const* measure = find_measure(*clause, choice.name);
    if (!measure && (choice.name.empty() || choice.name != clause->parameter.name))
        return Problem{.status = 404, .code = "policy.no_such_clause"};
    if (choice.whom == Choice::For::everybody) {
        auto const permit = directory::require<Permission::guideline>(tx, viewer);
        if (!permit) return permit.problem();
        return Allowed{*clause, measure, ""};
    }
    auto department = department_of(tx, viewer);
    if (department.empty() || !directory::is_head(tx, viewer.org, viewer.person, department))
        return may_not_choose();
    return Allowed{*clause, measure, std::move(department)};
}

std::optional<Problem> refuse_mode(Settings const& settings, Allowed const& allowed,
                                   std::string const& value) {
    auto const mode = mode_named(value);
    if (!mode || !allowed.measure->modes.has(*mode)) return bad_value();
    if (allowed.department.empty()) return std::nullopt;
    if (!settings.are_flexible() || !settings.limits(allowed.clause, *allowed.measure).has(*mode))
        return may_not_choose();
    return std::nullopt;
}

std::optional<Problem> refuse_number(Settings const& settings, Allowed const& allowed,
                                     std::string const& value) {
    int number = 0;
    auto const [stop, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    auto const& range = allowed.clause.parameter;
    if (error != std::errc{} || stop != value.data() + value.size() || number < range.least ||
        number > range.most)
        return Problem{.status = 422,
                       .code = "policy.bad_number",
                       .arguments = {{"least", std::to_string(range.least)},
                                     {"most", std::to_string(range.most)}}};
    auto const& clause = allowed.clause;
    if (!allowed.department.empty() &&
        (!settings.are_flexible() || settings.limits(clause, measures_of(clause)[0]).empty()))
        return may_not_choose();
    return std::nullopt;
}

/// What an administrator is about to limit.
Result<Allowed> limited(Tx& tx, Viewer const& viewer, std::string const& clause,
                        std::string const& measure) {
    auto const permit = directory::require<Permission::guideline>(tx, viewer);
    if (!permit) return permit.problem();
    auto const* of = find_clause(clause);
    auto const* found = of ? find_measure(*of, measure) : nullptr;
    if (!found) return Problem{.status = 404, .code = "policy.no_such_clause"};
    return Allowed{*of, found, ""};
}

audit::Details details_of(Allowed const& limited) {
    audit::Details details;
    details.word("clause", limited.clause.id).word("measure", limited.measure->name);
    return details;
}

std::map<std::string, std::map<std::string, std::int64_t>> read_counts(Tx& tx, OrgId org,
                                                                       Instant now) {
    std::map<std::string, std::map<std::string, std::int64_t>> counts;
    auto row = tx.query(select_counts, org, iso_text(local_date(now - figures_of)));
    while (row.next())
        counts[row.get<std::string>(0)][row.get<std::string>(1)] = row.get<std::int64_t>(2);
    return counts;
}

}  // namespace

Stream policy_stream(OrgId org) { return {org, "policy", 0}; }

void tell_change(Tx& tx, OrgId org) {
    auto const stream = policy_stream(org);
    auto const version = tx.advance(stream);
    tx.tell(guideline_changed(stream, version));
}

Told guideline_changed(Stream const& stream, std::int64_t version) {
    return live::changed("policy.guideline_changed", stream, version);
}

audit::Word word_of(Mode mode) {
    using audit::Word;
    switch (mode) {
        case Mode::off: return Word{"off"};
        case Mode::hint: return Word{"hint"};
        case Mode::confirm: return Word{"confirm"};
        case Mode::block: return Word{"block"};
        case Mode::on: return Word{"on"};
    }
    return Word{""};
}

Policy::Policy(Needs needs)
    : needs_(std::move(needs)), presets_(read_presets(embedded::files())), guards_(guards()) {}

Preset const& Policy::preset_of(Tx& tx, OrgId org) const {
    auto const id = policy::preset_of(tx, org);
    auto const found = id ? presets_.find(*id) : presets_.end();
    return found == presets_.end() ? presets_.at(first_preset) : found->second;
}

bool Policy::has_mode(Tx& tx, OrgId org, std::string_view clause, std::string_view measure,
                      Mode mode) const {
    auto const is_preset = [&](auto const& preset) {
        auto const& modes = preset.second.clause(clause).modes;
        auto const found = modes.find(std::string{measure});
        return found != modes.end() && found->second == mode;
    };
    return std::ranges::any_of(presets_, is_preset) || is_set(tx, org, clause, measure, mode);
}

Settings Policy::settings(Tx& tx, OrgId org) const { return Settings{tx, org, preset_of(tx, org)}; }

void Policy::make(Tx& tx, OrgId org) const {
    make_guideline(tx, org, presets_.at(first_preset), needs_.clock.now());
    tell_change(tx, org);
}

// Asks before it writes: a server must start on a full disk, too.
Task<Result<Done>> Policy::make_missing() const {
    auto ask = [](Tx& tx) { return without_guideline(tx).empty(); };
    auto const none_is_missing = co_await needs_.store.read(ask);
    if (none_is_missing) co_return Done{};
    auto write = [this](Tx& tx) -> Result<Done> {
        for (auto const org : without_guideline(tx)) make(tx, org);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Guideline> Policy::guideline(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        auto const& preset = preset_of(tx, viewer.org);
        auto const edition = current_edition(tx, viewer.org);
        Guideline guideline{.preset = &preset,
                            .edition = edition,
                            .texts = texts_of(tx, viewer.org, edition.number),
                            .settings = Settings{tx, viewer.org, preset},
                            .department = department_of(tx, viewer),
                            .accepted = accepted_edition(tx, viewer.org, viewer.person)};
        guideline.may_edit = directory::may(tx, viewer, Permission::guideline);
        guideline.is_head = directory::is_head(tx, viewer.org, viewer.person, guideline.department);
        guideline.news = editions_after(tx, viewer.org, guideline.accepted);
        guideline.dismissals = dismissals(tx, viewer.org, viewer.person);
        if (guideline.may_edit) guideline.drafts = drafts(tx, viewer.org);
        guideline.counts = read_counts(tx, viewer.org, needs_.clock.now());
        return guideline;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Policy::choose(Viewer const& viewer, Choice choice) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const allowed = allow(tx, viewer, choice);
        if (!allowed) return allowed.problem();
        auto const settings = this->settings(tx, viewer.org);
        auto const value = choice.value.value_or("");
        Setting const setting{allowed->clause, choice.name, allowed->department, value};
        audit::Details details;
        details.word("clause", allowed->clause.id);
        if (!choice.value) {
            erase_setting(tx, viewer.org, setting);
        } else if (allowed->measure) {
            if (auto refused = refuse_mode(settings, *allowed, value)) return *std::move(refused);
            write_setting(tx, viewer, setting, needs_.clock.now());
            details.word("measure", allowed->measure->name)
                .word("mode", word_of(*mode_named(value)));
        } else {
            if (auto refused = refuse_number(settings, *allowed, value)) return *std::move(refused);
            write_setting(tx, viewer, setting, needs_.clock.now());
            details.number("number", std::stoi(value));
        }
        if (choice.whom == Choice::For::department) details.word("for", "department");
        tell_change(tx, viewer.org);
        record_change(tx, viewer, audit::Action::rule_set, details, needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Policy::limit(Viewer const& viewer, std::string clause, std::string measure,
                                 std::vector<std::string> modes) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const of = limited(tx, viewer, clause, measure);
        if (!of) return of.problem();
        Modes may;
        for (auto const& name : modes) {
            auto const mode = mode_named(name);
            if (!mode || !of->measure->modes.has(*mode)) return bad_value();
            may.add(*mode);
        }
        write_limit(tx, viewer.org, of->clause, *of->measure, may);
        tell_change(tx, viewer.org);
        auto details = details_of(*of);
        for (auto const mode : may.all()) details.word("may", word_of(mode));
        record_change(tx, viewer, audit::Action::rule_limited, details, needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Policy::unlimit(Viewer const& viewer, std::string clause, std::string measure) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const of = limited(tx, viewer, clause, measure);
        if (!of) return of.problem();
        erase_limit(tx, viewer.org, of->clause, *of->measure);
        tell_change(tx, viewer.org);
        constexpr audit::Word preset{"preset"};
        record_change(tx, viewer, audit::Action::rule_limited, details_of(*of).word("may", preset),
                      needs_.clock.now());
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

void record_change(Tx& tx, Viewer const& viewer, audit::Action action, audit::Details details,
                   Instant now) {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = action,
                   .subject = subject_of(viewer.org),
                   .details = std::move(details)});
}

live::Source Policy::source() {
    auto visible = [](Tx& tx, live::Reader reader) {
        auto const stream = policy_stream(reader.org);
        return std::vector{live::Standing{stream, tx.head(stream).version}};
    };
    auto state = [](Tx& tx, live::Reader reader, Stream const&, std::int64_t, json::Writer& out) {
        out.field("edition", current_edition(tx, reader.org).number);
        return live::Source::Kind::snapshot;
    };
    auto missed = [](Tx& tx, Stream const& stream, std::int64_t) {
        auto const version = tx.head(stream).version;
        return live::Missed{.told = {guideline_changed(stream, version)}, .version = version};
    };
    return {"policy", visible, state, missed};
}

}  // namespace horenso::policy
