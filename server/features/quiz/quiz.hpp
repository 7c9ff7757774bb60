#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/access.hpp"
#include "services/policy/policy.hpp"

namespace horenso::quiz {

struct Question {
    std::string text;
    std::vector<std::string> choices;
    std::int64_t right = 0;  ///< which of them
    std::string why;
    friend bool operator==(Question const&, Question const&) = default;
};

/// The questions, and how one person stands with them.
struct Mine {
    bool in_force = false;  ///< clause 3.2 is on
    std::int64_t version = 0;
    std::vector<Question> questions;
    int year = 0;
    bool due = false;
    std::optional<Instant> done_at;
    int yen = 0;  ///< what one case may cost
    bool may_edit = false;
};

/// Who did it in a year: of those that work here and are not on leave.
struct Progress {
    struct Person {
        PersonId id;
        std::optional<Instant> done_at;
    };
    int year = 0;
    std::vector<Person> people;
};

/// The year of office (年度) of an instant: it begins on 1 April.
int year_of(Instant at);

/// 理解度チェック: five questions a year for everybody (clause 3.2). How somebody answered is kept nowhere.
class Quiz {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        policy::Policy const& policy;
    };
    /// Reads the questions that were built into the program; throws if a file is broken.
    explicit Quiz(Needs needs);

    Task<Mine> mine(Viewer const& viewer) const;
    /// The viewer answered all questions of `version`; the first time in a year counts. 409 `quiz.changed` if other
    /// questions hold by now, 422 `quiz.incomplete`.
    Task<Result<Done>> finish(Viewer const& viewer, std::int64_t version,
                              std::vector<std::int64_t> answers);

    /// Other questions in place of those of `version`. Whoever is permitted `quiz`, 403; 409 `quiz.changed`, 422
    /// `quiz.bad_questions`.
    Task<Result<Done>> set(Viewer const& viewer, std::int64_t version,
                           std::vector<Question> questions);
    /// The preset's questions again.
    Task<Result<Done>> reset(Viewer const& viewer);
    Task<Result<Progress>> progress(Viewer const& viewer) const;

private:
    struct Edition {
        std::int64_t version = 0;
        std::vector<Question> questions;
    };
    Edition edition(Tx& tx, OrgId org) const;
    Result<Done> write(Tx& tx, Viewer const& viewer, std::int64_t version,
                       std::optional<std::string> const& questions) const;
    Needs needs_;
    std::map<std::string, std::vector<Question>, std::less<>> presets_;
};

/// The routes of this folder (api/quiz.yaml).
void add_routes(net::Router& router, access::Door const& door, Quiz& quiz);

}  // namespace horenso::quiz
