// Whoever is on leave is out (clause B5).
#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/meanwhile.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/access/sessions.hpp"
#include "services/jobs/jobs.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

std::string code(auto const& result) { return result ? "" : result.problem().code; }

class OnLeave : public kit::AccessOnBothDatabases {
protected:
    void set(std::optional<directory::Leave> leave) {
        directory::Directory directory{
            {store(), clock, ids, {}, [this](Tx& tx, OrgId org, PersonId who) {
                 leave_changed(tx, org, who, clock.now());
             }}};
        must(wait_for(directory.set_leave(enter("aoki"), sato(), std::move(leave))));
    }
    /// When `access.leave` is due.
    std::vector<Instant> due() {
        auto read = [](Tx& tx) {
            std::vector<Instant> all;
            auto row = tx.query(Sql{"SELECT due_at FROM job WHERE kind = 'access.leave'"});
            while (row.next()) all.push_back(row.get<Instant>(0));
            return all;
        };
        return wait_for(store().read(read));
    }
    jobs::Job job() {
        return {.org = minato,
                .kind = "access.leave",
                .key = std::to_string(sato().value),
                .due_at = clock.now()};
    }
    void do_job() {
        auto const due = job();
        auto write = [&](Tx& tx) -> Result<Done> {
            begin_leave(tx, due, clock.now());
            return Done{};
        };
        must(wait_for(store().write(write)));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, OnLeave, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(OnLeave, Clause_B5_GivenItBeginsToday_ThenSessionsEndAndNoWayInIsOpenUntilItIsOver) {
    give_password("sato");
    auto const token = token_of("sato");
    auto const others = token_of("tanaka");
    set(directory::Leave{"2026/11/24", "2026/11/30"});
    EXPECT_EQ(code(identify(token)), "access.signed_out");
    EXPECT_TRUE(identify(others));
    auto const card = card_of(sato()).code;
    EXPECT_EQ(code(by_code(card)), "access.on_leave_until");
    auto const refused = by_password("sato@minato", password);
    EXPECT_EQ(code(refused), "access.on_leave_until");
    EXPECT_EQ(refused.problem().clause, "B5");
    clock.set(local_midnight({2026, 12, 1}) - std::chrono::milliseconds{1});
    EXPECT_EQ(code(by_code(card)), "access.on_leave_until");
    clock.set(local_midnight({2026, 12, 1}));
    EXPECT_TRUE(by_code(card)) << "the refused tries have not used it up";
    EXPECT_TRUE(by_password("sato@minato", password));
}

TEST_P(OnLeave, Clause_B5_GivenItBeginsTomorrow_ThenTodayGoesOnAndTheJobEndsItAtMidnight) {
    auto const token = token_of("sato");
    set(directory::Leave{"2026-11-25", std::nullopt});
    EXPECT_TRUE(identify(token));
    do_job();
    EXPECT_TRUE(identify(token));
    EXPECT_THAT(due(), ElementsAre(local_midnight({2026, 11, 25})));
    clock.set(local_midnight({2026, 11, 25}));
    do_job();
    EXPECT_EQ(code(identify(token)), "access.signed_out");
    EXPECT_EQ(code(by_code(card_of(sato()).code)), "access.on_leave");
}

TEST_P(OnLeave, Clause_B5_GivenSomebodyWhoIsSigningIn_WhenItBegins_ThenThatSessionEndsToo) {
    set(directory::Leave{"2026-11-25", std::nullopt});
    auto const who = sato();
    Token const token{minato, SessionId{1}, "secret"};
    horenso::kit::meanwhile(
        store(),
        [&](Tx& tx) {  // as signing in does
            EXPECT_FALSE(refuse_absent(tx, minato, who, clock));
            insert_session(tx, token, {who}, clock.now());
        },
        [&] {
            clock.set(local_midnight({2026, 11, 25}));
            do_job();
        });
    EXPECT_EQ(code(identify(token.text())), "access.signed_out");
}

TEST_P(OnLeave,
       Clause_B5_GivenItIsJustBeginning_WhenSomebodySignsInBeforeMidnight_ThenTheyAreRefused) {
    set(directory::Leave{"2026-11-25", std::nullopt});
    auto const midnight = local_midnight({2026, 11, 25});
    clock.set(midnight - std::chrono::milliseconds{1});
    auto const card = card_of(sato()).code;
    auto const due = job();
    std::string came;
    horenso::kit::meanwhile(
        store(), [&](Tx& tx) { begin_leave(tx, due, midnight); },
        [&] { came = code(by_code(card)); }, [&] { clock.set(midnight); });
    EXPECT_EQ(came, "access.on_leave");
    EXPECT_EQ(code(by_code(card)), "access.on_leave") << "it has not used the card up";
}

TEST_P(OnLeave, Clause_B5_GivenItIsTakenBack_ThenAllIsAsBefore) {
    set(directory::Leave{"2026-11-25", std::nullopt});
    set(std::nullopt);
    EXPECT_THAT(due(), IsEmpty());
    set(directory::Leave{"2026-11-01", std::nullopt});
    set(std::nullopt);
    EXPECT_TRUE(by_code(card_of(sato()).code));
}

}  // namespace
}  // namespace horenso::access
