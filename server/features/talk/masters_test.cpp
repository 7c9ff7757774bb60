// Master and deputy of a group (clause 6.2).
#include <gmock/gmock.h>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr Sql forget_member{R"(
    DELETE FROM talk_member WHERE org_id = $1 AND room_id = $2 AND person_id = $3)"};

class TalkMasters : public kit::OfficeOnBothDatabases {
protected:
    void SetUp() override {
        OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        groups_.emplace(Groups::Needs{store(), office().clock});
        room = office().group(sato(), {tanaka(), hara()});
    }
    Viewer const& sato() { return office().sato; }
    Viewer const& tanaka() { return office().tanaka; }
    Viewer const& hara() { return office().hara; }
    std::string hand_over(Viewer const& by, Viewer const& to,
                          Groups::Then then = Groups::Then::stay) {
        return code(wait_for(groups_->hand_over(by, room, to.person, then)));
    }
    std::string set_deputy(Viewer const& by, std::optional<PersonId> deputy) {
        return code(wait_for(groups_->set_deputy(by, room, deputy)));
    }
    std::string remove(Viewer const& by, Viewer const& whom) {
        return code(wait_for(talk().remove_member(by, room, whom.person)));
    }
    Room seen(Viewer const& who) { return must(wait_for(talk().room(who, room))); }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }
    RoomId room;

private:
    std::optional<Groups> groups_;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkMasters, kit::both_databases, kit::database_name);

TEST_P(TalkMasters, GivenAMaster_WhenTheyHandOver_ThenTheOtherIsMasterAndTheyAreAMember) {
    auto const stream = room_stream(office().minato, room);
    auto const before = told_to(stream).size();
    EXPECT_EQ(hand_over(sato(), tanaka()), "");
    EXPECT_EQ(seen(hara()).master, tanaka().person);
    EXPECT_EQ(told_to(stream).size(), before + 1);
    EXPECT_EQ(hand_over(sato(), hara()), "talk.not_master");
    EXPECT_EQ(remove(sato(), sato()), "");
}

TEST_P(TalkMasters, GivenAMaster_WhenTheyHandOverAndLeave_ThenBothHappenInOneStep) {
    EXPECT_EQ(remove(sato(), sato()), "talk.needs_successor");
    EXPECT_EQ(hand_over(sato(), hara(), Groups::Then::leave), "");
    EXPECT_EQ(seen(hara()).master, hara().person);
    EXPECT_THAT(seen(hara()).members, UnorderedElementsAre(tanaka().person, hara().person));
    EXPECT_EQ(hand_over(sato(), tanaka(), Groups::Then::leave), "talk.room_not_found");
}

TEST_P(TalkMasters, GivenSomebodyWhoIsNotInTheGroup_WhenTheyAreToLead_ThenItIsRefused) {
    for (auto const& who : {office().aoki, office().nishi, sato()}) {
        EXPECT_EQ(hand_over(sato(), who), "talk.not_a_member");
        EXPECT_EQ(hand_over(sato(), who, Groups::Then::leave), "talk.not_a_member");
        EXPECT_EQ(set_deputy(sato(), who.person), "talk.not_a_member");
    }
    EXPECT_EQ(seen(sato()).master, sato().person);
    EXPECT_EQ(seen(sato()).group.deputy, std::nullopt);
}

TEST_P(TalkMasters, GivenADeputy_ThenTheyTakeOutMembersButNeitherTheMasterNorNameOne) {
    EXPECT_EQ(remove(tanaka(), hara()), "talk.not_master");
    EXPECT_EQ(set_deputy(sato(), tanaka().person), "");
    EXPECT_EQ(seen(hara()).group.deputy, tanaka().person);
    EXPECT_EQ(remove(tanaka(), sato()), "talk.only_master");
    EXPECT_EQ(hand_over(tanaka(), hara()), "talk.only_master");
    EXPECT_EQ(set_deputy(tanaka(), hara().person), "talk.only_master");
    EXPECT_EQ(set_deputy(hara(), hara().person), "talk.not_master");
    EXPECT_EQ(remove(tanaka(), hara()), "");
    EXPECT_EQ(set_deputy(sato(), std::nullopt), "");
    EXPECT_EQ(seen(tanaka()).group.deputy, std::nullopt);
}

TEST_P(TalkMasters, GivenADeputy_WhenTheyLeaveOrBecomeMaster_ThenTheyAreDeputyNoMore) {
    EXPECT_EQ(set_deputy(sato(), tanaka().person), "");
    EXPECT_EQ(hand_over(sato(), tanaka()), "");
    EXPECT_EQ(seen(sato()).group.deputy, std::nullopt);
    EXPECT_EQ(set_deputy(tanaka(), hara().person), "");
    EXPECT_EQ(remove(hara(), hara()), "");
    EXPECT_EQ(seen(sato()).group.deputy, std::nullopt);
    must(wait_for(talk().add_members(sato(), room, {hara().person})));
    EXPECT_EQ(remove(hara(), sato()), "talk.not_master");
}

TEST_P(TalkMasters, GivenAMasterWhoRetires_ThenTheDeputyIsMaster) {
    EXPECT_EQ(set_deputy(sato(), hara().person), "");
    auto retire = [&](Tx& tx) -> Result<Done> {
        erase_person(tx, sato().org, sato().person);
        return Done{};
    };
    must(wait_for(store().write(retire)));
    EXPECT_EQ(seen(tanaka()).master, hara().person);
    EXPECT_EQ(seen(tanaka()).group.deputy, std::nullopt);
}

TEST_P(TalkMasters,
       GivenADeputyWhomAnOlderProgramTookOut_WhenTheMasterRetires_ThenAMemberIsMaster) {
    EXPECT_EQ(set_deputy(sato(), hara().person), "");
    auto retire = [&](Tx& tx) -> Result<Done> {
        tx.run(forget_member, sato().org, room, hara().person);
        erase_person(tx, sato().org, sato().person);
        return Done{};
    };
    must(wait_for(store().write(retire)));
    EXPECT_EQ(seen(tanaka()).master, tanaka().person);
    EXPECT_THAT(seen(tanaka()).members, ElementsAre(tanaka().person));
}

}  // namespace
}  // namespace horenso::talk
