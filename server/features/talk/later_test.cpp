// Messages for later: kept, sent once, taken back, and given back to the author with a reason.
#include "features/talk/talk.hpp"

#include <gmock/gmock.h>

#include "kit/policy.hpp"

namespace horenso::talk {
namespace {

using namespace std::chrono_literals;
using horenso::kit::must;
using horenso::kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class ForLater : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        later_.emplace(
            LaterMessages::Needs{store(), office().clock, office().ids, office().policy});
        room_ = office().group(sato(), {tanaka()});
    }
    Instant now() { return office().clock.now(); }

    Result<Later> try_keep(Viewer const& who, std::string body, Instant due_at,
                           std::string key = "") {
        NewMessage draft{std::move(body), key.empty() ? office().key() : key};
        return wait_for(later_->keep(who, room_, std::move(draft), due_at));
    }
    Later keep(Viewer const& who, std::string body, Instant due_at) {
        return must(try_keep(who, std::move(body), due_at));
    }
    /// As its job does, when the time has come.
    void send(Later const& later) {
        office().clock.set(later.due_at);
        auto write = [&](Tx& tx) -> Result<Done> {
            later_->send_due(tx, {.org = office().minato,
                                  .kind = "talk.send_later",
                                  .key = std::to_string(later.id.value),
                                  .due_at = later.due_at});
            return Done{};
        };
        must(wait_for(store().write(write)));
    }
    std::vector<std::string> said() {
        std::vector<std::string> bodies;
        for (auto const& one : must(wait_for(office().talk.history(sato(), room_, {}))))
            bodies.push_back(one.body);
        return bodies;
    }
    std::vector<Later> mine(Viewer const& who) { return wait_for(later_->mine(who)); }
    Result<Done> take_back(Viewer const& who, LaterId id) {
        return wait_for(later_->take_back(who, id));
    }
    RoomId room() const { return room_; }

private:
    std::optional<LaterMessages> later_;
    RoomId room_;
};
INSTANTIATE_TEST_SUITE_P(Databases, ForLater, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(ForLater, GivenAMessageForLater_WhenItsTimeComes_ThenItIsSentOnceAndNobodySawItBefore) {
    auto const later = keep(sato(), "明日の朝でかまいません", now() + 15h);
    EXPECT_THAT(said(), IsEmpty());
    EXPECT_THAT(mine(tanaka()), IsEmpty());
    ASSERT_EQ(mine(sato()).size(), 1);
    EXPECT_EQ(mine(sato())[0].body, "明日の朝でかまいません");
    send(later);
    send(later);
    EXPECT_THAT(said(), ElementsAre("明日の朝でかまいません"));
    EXPECT_THAT(mine(sato()), IsEmpty());
}

TEST_P(ForLater, GivenTheSameKeyAgain_ThenOneIsKept) {
    auto const key = office().key();
    auto const first = must(try_keep(sato(), "来週の件", now() + 1h, key));
    auto const again = must(try_keep(sato(), "来週の件", now() + 1h, key));
    EXPECT_EQ(first.id, again.id);
    EXPECT_EQ(code(try_keep(sato(), "別の件", now() + 1h, key)), "talk.key_reused");
    EXPECT_EQ(mine(sato()).size(), 1);
}

TEST_P(ForLater, GivenAMessageThatWasSentAtOnce_WhenItsTwinForLaterIsDue_ThenItIsNotDoubled) {
    auto const key = office().key();
    auto const later = must(try_keep(sato(), "一度だけ", now() + 1h, key));
    NewMessage draft{"一度だけ", key};
    must(wait_for(office().talk.post(sato(), room(), std::move(draft))));
    send(later);
    EXPECT_THAT(said(), ElementsAre("一度だけ"));
    EXPECT_THAT(mine(sato()), IsEmpty());
}

TEST_P(ForLater, GivenOneTakenBack_ThenItIsNotSentAndNobodyElseCouldTakeIt) {
    auto const later = keep(sato(), "やめておきます", now() + 1h);
    EXPECT_EQ(code(take_back(tanaka(), later.id)), "talk.later_not_found");
    EXPECT_EQ(code(take_back(office().nishi, later.id)), "talk.later_not_found");
    must(take_back(sato(), later.id));
    EXPECT_EQ(code(take_back(sato(), later.id)), "talk.later_not_found");
    send(later);
    EXPECT_THAT(said(), IsEmpty());
}

TEST_P(ForLater, GivenAnAuthorWhoLeftTheRoom_ThenTheTextStaysWithTheReason) {
    auto const later = keep(tanaka(), "最後に", now() + 1h);
    must(wait_for(office().talk.remove_member(sato(), room(), tanaka().person)));
    send(later);
    EXPECT_THAT(said(), IsEmpty());
    ASSERT_EQ(mine(tanaka()).size(), 1);
    EXPECT_EQ(mine(tanaka())[0].failed, "talk.room_not_found");
    must(take_back(tanaka(), later.id));
}

TEST_P(ForLater, Clause_B6_GivenWhatItAsksAbout_ThenItIsAskedNowAndBlockedThenIfItWasMadeStricter) {
    ASSERT_TRUE(set(aoki(), "B6", "main", "confirm"));
    EXPECT_EQ(code(try_keep(sato(), "年休を申請します", now() + 1h)), "policy.confirm_first");
    ASSERT_TRUE(set(aoki(), "B6", "main", "hint"));
    auto const hinted = keep(sato(), "年休を申請します", now() + 1h);
    ASSERT_TRUE(set(aoki(), "B6", "main", "block"));
    send(hinted);
    EXPECT_THAT(said(), IsEmpty());
    EXPECT_EQ(mine(sato())[0].failed, "policy.refused");
}

TEST_P(ForLater, GivenATimeThatIsPastOrFarAway_ThenItIsRefused) {
    for (auto const due_at : {now() - 1h, now() + 59s, now() + 24h * 367, Instant{INT64_MAX}})
        EXPECT_EQ(code(try_keep(sato(), "いつか", due_at)), "talk.bad_time");
    EXPECT_EQ(code(try_keep(hara(), "外から", now() + 1h)), "talk.room_not_found");
    EXPECT_EQ(code(try_keep(sato(), "", now() + 1h)), "talk.empty");
}

TEST_P(ForLater, GivenAHundred_ThenOneMoreIsRefusedAndTheyStandByTheirTime) {
    for (int i = 100; i > 0; --i) keep(sato(), "予約 " + std::to_string(i), now() + i * 1h);
    EXPECT_EQ(code(try_keep(sato(), "もうひとつ", now() + 1h)), "talk.too_many_later");
    keep(tanaka(), "ほかの人は別", now() + 1h);
    auto const all = mine(sato());
    ASSERT_EQ(all.size(), 100);
    EXPECT_EQ(all.front().body, "予約 1");
}

}  // namespace
}  // namespace horenso::talk
