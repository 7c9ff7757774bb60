#include "features/quiz/quiz.hpp"

#include <set>

#include "features/quiz/questions.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/audit/audit.hpp"

namespace horenso::quiz {
namespace {

constexpr char const* clause = "3.2";
/// Whoever was just shown the guideline isn't asked at once.
constexpr std::chrono::hours grace{24 * 30};
constexpr int first_month = 4;

constexpr Sql select_edition{R"(
    SELECT version, questions
      FROM quiz_edition
     WHERE org_id = $1
     ORDER BY version DESC
     LIMIT 1)"};
constexpr Sql insert_edition{R"(
    INSERT INTO quiz_edition (org_id, version, questions, set_by, set_at)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT DO NOTHING)"};
constexpr Sql select_done{R"(
    SELECT done_at FROM quiz_done WHERE org_id = $1 AND year = $2 AND person_id = $3)"};
constexpr Sql select_all_done{R"(
    SELECT person_id, done_at FROM quiz_done WHERE org_id = $1 AND year = $2)"};
constexpr Sql insert_done{R"(
    INSERT INTO quiz_done (org_id, year, person_id, done_at) VALUES ($1, $2, $3, $4)
    ON CONFLICT DO NOTHING)"};

Problem changed() { return {.status = 409, .code = "quiz.changed"}; }

std::string department_of(Tx& tx, Viewer const& viewer) {
    auto const person = directory::find_person(tx, viewer.org, viewer.person);
    return person ? person->department : std::string{};
}

std::optional<Instant> done_at(Tx& tx, Viewer const& viewer, int year) {
    auto row = tx.query(select_done, viewer.org, year, viewer.person);
    if (!row.next()) return std::nullopt;
    return row.get<Instant>(0);
}

bool are_answers(std::vector<std::int64_t> const& answers, std::vector<Question> const& to) {
    if (answers.size() != to.size()) return false;
    for (std::size_t at = 0; at < to.size(); ++at)
        if (answers[at] < 0 || static_cast<std::size_t>(answers[at]) >= to[at].choices.size())
            return false;
    return true;
}

}  // namespace

int year_of(Instant at) {
    auto const date = local_date(at);
    return date.month < first_month ? date.year - 1 : date.year;
}

Quiz::Quiz(Needs needs) : needs_(needs), presets_(read_presets(embedded::files())) {}

Quiz::Edition Quiz::edition(Tx& tx, OrgId org) const {
    Edition found;
    {
        auto row = tx.query(select_edition, org);
        if (row.next()) {
            found.version = row.get<std::int64_t>(0);
            if (auto const own = row.get<std::optional<std::string>>(1))
                found.questions = from_json(*own);
        }
    }
    if (found.questions.empty()) {
        auto const of = presets_.find(policy::preset_of(tx, org).value_or(""));
        found.questions = of == presets_.end() ? presets_.begin()->second : of->second;
    }
    return found;
}

Task<Mine> Quiz::mine(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        auto const now = needs_.clock.now();
        auto const settings = needs_.policy.settings(tx, viewer.org);
        auto const department = department_of(tx, viewer);
        auto [version, questions] = edition(tx, viewer.org);
        Mine mine{.in_force = settings.is_on(clause, department),
                  .version = version,
                  .questions = std::move(questions),
                  .year = year_of(now),
                  .done_at = done_at(tx, viewer, year_of(now)),
                  .yen = settings.parameter(*policy::find_clause(clause), department).value,
                  .may_edit = directory::may(tx, viewer, Permission::quiz)};
        auto const accepted = policy::first_accepted(tx, viewer.org, viewer.person);
        mine.due = mine.in_force && !mine.done_at && accepted && *accepted + grace <= now;
        return mine;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Quiz::finish(Viewer const& viewer, std::int64_t version,
                                std::vector<std::int64_t> answers) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const asked = edition(tx, viewer.org);
        if (asked.version != version) return changed();
        if (!are_answers(answers, asked.questions))
            return Problem{.status = 422, .code = "quiz.incomplete"};
        auto const now = needs_.clock.now();
        tx.run(insert_done, viewer.org, year_of(now), viewer.person, now);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Result<Done> Quiz::write(Tx& tx, Viewer const& viewer, std::int64_t version,
                         std::optional<std::string> const& questions) const {
    auto const now = needs_.clock.now();
    if (tx.run(insert_edition, viewer.org, version + 1, questions, viewer.person, now) == 0)
        return changed();
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::questions_set,
                   .subject = subject_of(viewer.org)});
    return Done{};
}

Task<Result<Done>> Quiz::set(Viewer const& viewer, std::int64_t version,
                             std::vector<Question> questions) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::quiz>(tx, viewer);
        if (!permit) return permit.problem();
        if (auto refused = refuse_questions(questions)) return *std::move(refused);
        if (edition(tx, viewer.org).version != version) return changed();
        return this->write(tx, viewer, version, to_json(questions));
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Quiz::reset(Viewer const& viewer) {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = directory::require<Permission::quiz>(tx, viewer);
        if (!permit) return permit.problem();
        return this->write(tx, viewer, edition(tx, viewer.org).version, std::nullopt);
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Progress>> Quiz::progress(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<Progress> {
        auto const permit = directory::require<Permission::quiz>(tx, viewer);
        if (!permit) return permit.problem();
        auto const now = needs_.clock.now();
        Progress progress{.year = year_of(now), .people = {}};
        std::map<std::int64_t, Instant> done;
        {
            auto row = tx.query(select_all_done, viewer.org, progress.year);
            while (row.next()) done[row.get<PersonId>(0).value] = row.get<Instant>(1);
        }
        std::set<std::int64_t> away;
        for (auto const person : directory::on_leave(tx, viewer.org, now))
            away.insert(person.value);
        for (auto const person : directory::person_ids(tx, viewer.org)) {
            if (away.contains(person.value)) continue;
            auto const found = done.find(person.value);
            progress.people.push_back(
                {person, found == done.end() ? std::nullopt : std::optional{found->second}});
        }
        return progress;
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::quiz
