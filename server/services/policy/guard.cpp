// Rules meet drafts: while somebody writes, and again when it matters.
#include <algorithm>

#include "platform/time/japanese_date.hpp"
#include "services/audit/audit.hpp"
#include "services/policy/acknowledgement.hpp"
#include "services/policy/changes.hpp"
#include "services/policy/dismissal.hpp"

namespace horenso::policy {
namespace {

constexpr Sql add_count{R"(
    INSERT INTO policy_count (org_id, clause_id, day, what, times) VALUES ($1, $2, $3, $4, 1)
    ON CONFLICT (org_id, clause_id, day, what) DO UPDATE SET times = policy_count.times + 1)"};

constexpr Sql select_department{R"(
    SELECT department FROM directory_person WHERE org_id = $1 AND person_id = $2)"};

std::string department_of(Tx& tx, Viewer const& viewer) {
    auto row = tx.query(select_department, viewer.org, viewer.person);
    return row.next() ? row.get<std::string>(0) : std::string{};
}

Mode mode_of(Settings const& settings, Finding const& finding, std::string_view department) {
    auto const& clause = *find_clause(finding.clause.text());
    auto const& measure = *find_measure(clause, finding.measure.text());
    return settings.mode(clause, measure, department).value;
}

Question question_of(Viewer const& viewer, Draft const& draft,
                     std::vector<Finding> const& confirmed) {
    Question question{viewer.org, viewer.person, draft, {}};
    for (auto const& one : confirmed)
        question.measures.push_back(std::string{one.clause.text()} + '.' + one.measure.text());
    return question;
}

std::vector<Finding> with_mode(std::vector<Judged> const& judged, Mode mode) {
    std::vector<Finding> chosen;
    for (auto const& one : judged)
        if (one.mode == mode) chosen.push_back(one.finding);
    return chosen;
}

Problem refused(char const* code, Finding const& finding) {
    return {.status = 422, .code = code, .clause = finding.clause.text()};
}

}  // namespace

void count(Tx& tx, OrgId org, std::string_view clause, std::string_view what, Instant now) {
    tx.run(add_count, org, clause, iso_text(local_date(now)), what);
}

void Admitted::record(Tx& tx, Viewer const& viewer, Instant now) const {
    for (auto const& one : confirmed_)
        count(tx, viewer.org, one.clause.text(), "acknowledged", now);
    for (auto const& one : passed_) count(tx, viewer.org, one.clause.text(), "passed", now);
    auto const record = [&](audit::Action action, Finding const& one) {
        audit::Details details;
        details.word("clause", one.clause).word("measure", one.measure);
        record_change(tx, viewer, action, details, now);
    };
    for (auto const& one : confirmed_) record(audit::Action::rule_acknowledged, one);
    for (auto const& one : passed_) record(audit::Action::rule_passed, one);
}

Looked Looked::with(std::optional<Finding> more) const {
    Looked all{findings_};
    if (more) all.findings_.push_back(*std::move(more));
    return all;
}

Task<Checked> Policy::check(Viewer const& viewer, Draft draft) const {
    struct Rules {
        Settings settings;
        std::string department;
        std::string key;
        std::optional<Finding> more;
        std::vector<std::string> dismissals;
    };
    auto read = [&](Tx& tx) {
        return Rules{settings(tx, viewer.org), department_of(tx, viewer),
                     acknowledgement_key(tx, viewer.org),
                     needs_.find_more ? needs_.find_more(tx, viewer, draft) : std::nullopt,
                     dismissals(tx, viewer.org, viewer.person)};
    };
    auto const rules = co_await needs_.store.read(read);
    Numbers const numbers{
        .message_characters =
            rules.settings.parameter(*find_clause("5.3"), rules.department).value};
    Checked checked;
    auto found = policy::look(draft, numbers);
    if (rules.more) found.push_back(*rules.more);
    for (auto& finding : found) {
        auto const mode = mode_of(rules.settings, finding, rules.department);
        auto const is_dismissed =
            mode == Mode::hint &&
            std::ranges::find(rules.dismissals, finding.clause.text()) != rules.dismissals.end();
        if (mode != Mode::off && !is_dismissed)
            checked.findings.push_back({std::move(finding), mode});
    }
    auto const confirmed = with_mode(checked.findings, Mode::confirm);
    if (!confirmed.empty() && with_mode(checked.findings, Mode::block).empty())
        checked.acknowledgement =
            acknowledgement(rules.key, question_of(viewer, draft, confirmed), needs_.clock.now());
    co_return checked;
}

Looked Policy::look(Draft const& draft) const {
    return Looked{policy::look(draft, Numbers{}, guards_)};
}

std::vector<Judged> Policy::judge(Tx& tx, Viewer const& viewer, Looked const& looked) const {
    std::vector<Judged> judged;
    if (looked.findings().empty()) return judged;
    auto const settings = this->settings(tx, viewer.org);
    auto const department = department_of(tx, viewer);
    for (auto const& finding : looked.findings())
        judged.push_back({finding, mode_of(settings, finding, department)});
    return judged;
}

Result<Admitted> Policy::admit(Tx& tx, Viewer const& viewer, Draft const& draft,
                               Looked const& looked,
                               std::optional<std::string> const& acknowledgement) const {
    auto const judged = judge(tx, viewer, looked);
    if (auto const blocked = with_mode(judged, Mode::block); !blocked.empty())
        return refused("policy.refused", blocked.front());
    Admitted admitted;
    admitted.confirmed_ = with_mode(judged, Mode::confirm);
    if (admitted.confirmed_.empty()) return admitted;
    auto const question = question_of(viewer, draft, admitted.confirmed_);
    auto const key = acknowledgement_key(tx, viewer.org);
    if (!acknowledgement || !acknowledges(key, *acknowledgement, question, needs_.clock.now()))
        return refused("policy.confirm_first", admitted.confirmed_.front());
    return admitted;
}

Admitted Policy::let_pass(Tx& tx, Viewer const& viewer, Looked const& looked) const {
    Admitted admitted;
    for (auto& one : judge(tx, viewer, looked))
        if (one.mode == Mode::confirm || one.mode == Mode::block)
            admitted.passed_.push_back(std::move(one.finding));
    return admitted;
}

std::optional<Problem> Policy::blocked(Tx& tx, Viewer const& author, Looked const& looked) const {
    auto const blocked = with_mode(judge(tx, author, looked), Mode::block);
    if (blocked.empty()) return std::nullopt;
    return refused("policy.refused", blocked.front());
}

Task<> Policy::note_refusal(Viewer const& viewer, Problem const& problem) const {
    if (problem.code != "policy.refused") co_return;
    auto write = [&](Tx& tx) -> Result<Done> {
        count(tx, viewer.org, *problem.clause, "refused", needs_.clock.now());
        return Done{};
    };
    static_cast<void>(co_await needs_.store.write(write));
}

}  // namespace horenso::policy
