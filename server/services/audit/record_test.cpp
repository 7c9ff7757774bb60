#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/databases.hpp"
#include "kit/together.hpp"

namespace horenso::audit {
namespace {

using horenso::kit::wait_for;
using kit::Recorded;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr OrgId minato{10};
constexpr OrgId tonari{11};
constexpr Instant morning{1'795'476'600'000};

constexpr Sql drop_head{"DELETE FROM audit_head WHERE org_id = $1"};
constexpr Sql empty_head{"INSERT INTO audit_head (org_id, seq, hash) VALUES ($1, 0, X'')",
                         R"(INSERT INTO audit_head (org_id, seq, hash) VALUES ($1, 0, '\x'))"};

Entry signed_in(OrgId org, std::int64_t person) {
    return {.org = org,
            .actor = {Actor::Kind::person, person, 5},
            .action = Action::signed_in,
            .subject = {Subject::Kind::person, person},
            .details = Details{}.word("by", "card")};
}

class AuditRecord : public horenso::kit::OnBothDatabases {
protected:
    auto keep(OrgId org, std::int64_t person) {
        auto work = [=](Tx& tx) -> Result<Done> {
            record(tx, morning, signed_in(org, person));
            return Done{};
        };
        return wait_for(store().write(work));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, AuditRecord, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(AuditRecord, GivenAnEntry_WhenKept_ThenItsRowIsThereAndTheChainIsGood) {
    ASSERT_TRUE(keep(minato, 3));
    EXPECT_THAT(
        kit::recorded(store(), minato),
        ElementsAre(Recorded{"person", 3, 5, "access.signed_in", "person", 3, R"({"by":"card"})"}));
    EXPECT_EQ(kit::fault(store(), minato), "");
}

TEST_P(AuditRecord, GivenTwoOrganisations_WhenBothRecord_ThenEachHasAChainOfItsOwn) {
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(keep(minato, i));
        ASSERT_TRUE(keep(tonari, i));
    }
    Audit audit{store()};
    EXPECT_THAT(wait_for(audit.organisations()), ElementsAre(minato, tonari));
    auto const here = wait_for(audit.verify(minato));
    auto const there = wait_for(audit.verify(tonari));
    EXPECT_EQ(here.entries, 3);
    EXPECT_EQ(there.entries, 3);
    EXPECT_NE(here.head, there.head);
    EXPECT_FALSE(here.broken || there.broken);
}

TEST_P(AuditRecord, GivenARefusalOrAnExceptionAfterTheRow_WhenRolledBack_ThenNoPlaceIsTaken) {
    ASSERT_TRUE(keep(minato, 1));
    auto refuse = [](Tx& tx) -> Result<Done> {
        record(tx, morning, signed_in(minato, 2));
        return Problem{.status = 409, .code = "test.no"};
    };
    EXPECT_FALSE(wait_for(store().write(refuse)));
    auto fall = [](Tx& tx) -> Result<Done> {
        record(tx, morning, signed_in(minato, 2));
        throw std::domain_error{"mine"};
    };
    EXPECT_THROW(wait_for(store().write(fall)), std::domain_error);
    EXPECT_EQ(kit::recorded(store(), minato).size(), 1u);
    ASSERT_TRUE(keep(minato, 3));
    EXPECT_EQ(kit::recorded(store(), minato).size(), 2u);
    EXPECT_EQ(kit::fault(store(), minato), "");
}

TEST_P(AuditRecord, GivenEightWriters_WhenAllRecordAtOnce_ThenThereIsOneChainOfAll) {
    constexpr int writers = 8, each = 25;
    auto one = [](Store& to, int writer) -> Task<> {
        for (int i = 0; i < each; ++i) {
            auto work = [=](Tx& tx) -> Result<Done> {
                record(tx, morning, signed_in(minato, writer));
                if (i % 5 == 0) return Problem{.status = 409, .code = "test.no"};
                return Done{};
            };
            (void)co_await to.write(work);
        }
    };
    std::vector<Task<>> all;
    for (int i = 0; i < writers; ++i) all.push_back(one(store(), i));
    horenso::kit::wait_for_all(std::move(all));
    auto const chain = wait_for(Audit{store()}.verify(minato));
    EXPECT_EQ(chain.entries, writers * each * 4 / 5);
    EXPECT_FALSE(chain.broken);
}

TEST_P(AuditRecord,
       GivenAnOrganisationOlderThanItsChain_WhenTheFirstRowComes_ThenItFollowsGenesis) {
    auto begin = [](Tx& tx) -> Result<Done> {
        tx.run(empty_head, minato);
        return Done{};
    };
    ASSERT_TRUE(wait_for(store().write(begin)));
    EXPECT_EQ(kit::fault(store(), minato), "");
    ASSERT_TRUE(keep(minato, 1));
    ASSERT_TRUE(keep(minato, 2));
    EXPECT_EQ(wait_for(Audit{store()}.verify(minato)).entries, 2);
    EXPECT_EQ(kit::fault(store(), minato), "");
}

TEST_P(AuditRecord,
       GivenAHeadThatWasTakenAway_WhenSomethingIsRecorded_ThenItFailsAndChangesNothing) {
    ASSERT_TRUE(keep(minato, 1));
    auto drop = [](Tx& tx) -> Result<Done> {
        tx.run(drop_head, minato);
        return Done{};
    };
    ASSERT_TRUE(wait_for(store().write(drop)));
    EXPECT_THROW(keep(minato, 2), std::exception);
    EXPECT_EQ(kit::recorded(store(), minato).size(), 1u);
    EXPECT_EQ(kit::fault(store(), minato), "head 2");
}

TEST_P(AuditRecord, GivenNothingRecorded_WhenLookedAt_ThenThereAreNoOrganisationsAndNoHead) {
    EXPECT_THAT(wait_for(Audit{store()}.organisations()), IsEmpty());
    EXPECT_EQ(kit::fault(store(), minato), "head 1");
}

}  // namespace
}  // namespace horenso::audit
