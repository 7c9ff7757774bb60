// 通報 (clause B8).
#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/policy.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class TalkReports : public policy::kit::PolicyOnBothDatabases {
protected:
    void SetUp() override {
        policy::kit::PolicyOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        room = office().group(sato(), {tanaka()}, "窓口");
        for (int i = 1; i <= 20; ++i) office().say(sato(), room, "話" + std::to_string(i));
    }
    Result<ReportId> report(Viewer const& by, std::int64_t seq, std::string reason = "困ります") {
        return wait_for(reports().report(by, room, seq, std::move(reason)));
    }
    std::vector<std::string> recorded(auto act) {
        std::vector<std::string> actions;
        for (auto const& one : audit::kit::recorded_by(store(), office().minato, act))
            actions.push_back(one.action);
        return actions;
    }
    Reports& reports() {
        if (!reports_)
            reports_.emplace(Reports::Needs{store(), office().clock, office().ids, policy()});
        return *reports_;
    }
    RoomId room;

private:
    std::optional<Reports> reports_;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkReports, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(TalkReports, Clause_B8_GivenAReport_ThenAdministratorsReadItInItsContextAndThatIsRecorded) {
    auto const stream = notify::notices_stream(office().minato, aoki().person);
    auto const told_before = told_to(stream).size();
    ReportId id;
    EXPECT_THAT(recorded([&] { id = must(report(tanaka(), 10)); }),
                ElementsAre("talk.message_reported"));
    EXPECT_EQ(told_to(stream).size(), told_before + 1);
    auto const all = must(wait_for(reports().all(aoki())));
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].author, sato().person);
    EXPECT_EQ(all[0].reporter, tanaka().person);

    ReportContext context;
    EXPECT_THAT(recorded([&] { context = must(wait_for(reports().open(aoki(), id))); }),
                ElementsAre("talk.report_opened"));
    EXPECT_EQ(context.room_name, "窓口");
    ASSERT_EQ(context.messages.size(), 11u);
    EXPECT_EQ(context.messages.front().body, "話5");
    EXPECT_EQ(context.messages.back().body, "話15");
}

TEST_P(TalkReports, Clause_B8_GivenAReport_WhenItIsClosed_ThenOnceAndWithWhatCameOfIt) {
    auto const id = must(report(tanaka(), 10));
    EXPECT_THAT(recorded([&] { must(wait_for(reports().close(aoki(), id, "話しました"))); }),
                ElementsAre("talk.report_closed"));
    EXPECT_EQ(code(wait_for(reports().close(aoki(), id, "やはり"))), "talk.report_closed");
    auto const all = must(wait_for(reports().all(aoki())));
    EXPECT_EQ(all.at(0).closed->outcome, "話しました");
    EXPECT_EQ(all.at(0).closed->by, aoki().person);
}

TEST_P(TalkReports, GivenTheSameMessageAgain_ThenEachPersonReportsItOnce) {
    auto const first = must(report(tanaka(), 10));
    EXPECT_THAT(recorded([&] { EXPECT_EQ(must(report(tanaka(), 10, "もう一度")), first); }),
                IsEmpty());
    EXPECT_NE(must(report(sato(), 10)), first);
}

TEST_P(TalkReports, GivenWhoMayNotOrWhatIsNotThere_ThenItIsRefused) {
    EXPECT_EQ(code(report(office().hara, 10)), "talk.room_not_found");
    EXPECT_EQ(code(report(tanaka(), 21)), "talk.message_not_found");
    EXPECT_EQ(code(report(tanaka(), 10, " ")), "talk.bad_report");
    EXPECT_EQ(code(report(tanaka(), 10, std::string(501, 'x'))), "talk.bad_report");
    auto const id = must(report(tanaka(), 10));
    EXPECT_EQ(code(wait_for(reports().open(sato(), id))), "directory.not_administrator");
    EXPECT_EQ(code(wait_for(reports().open(office().nishi, id))), "directory.not_administrator");
    ASSERT_TRUE(set(aoki(), "B8", "main", "off"));
    EXPECT_EQ(code(report(tanaka(), 11)), "talk.reports_off");
}

}  // namespace
}  // namespace horenso::talk
