// What changes of rooms leave in the audit, and that words leave nothing.
#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using audit::kit::Recorded;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

std::string quoted(Viewer const& who) { return '"' + std::to_string(who.person.value) + '"'; }

class TalkRecorded : public kit::OfficeOnBothDatabases {
protected:
    template <class Act>
    std::vector<Recorded> recorded_by(Act act) {
        auto rows = audit::kit::recorded_by(store(), office().minato, act);
        EXPECT_EQ(audit::kit::fault(store(), office().minato), "");
        return rows;
    }
    static Recorded row(Viewer const& who, std::string action, RoomId room, std::string details) {
        return {"person", who.person.value, who.session.value, std::move(action),
                "room",   room.value,       std::move(details)};
    }
    auto add(Viewer const& who, RoomId room, std::vector<PersonId> people) {
        return wait_for(talk().add_members(who, room, std::move(people)));
    }
    auto remove(Viewer const& who, RoomId room, Viewer const& whom) {
        return wait_for(talk().remove_member(who, room, whom.person));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkRecorded, kit::both_databases, kit::database_name);

TEST_P(TalkRecorded, GivenADraft_WhenItsRoomIsMadeTwice_ThenOneRowHasTheMembersAndNoName) {
    auto const &sato = office().sato, &tanaka = office().tanaka;
    NewRoom const draft{RoomKind::group, "打合せG", {tanaka.person}, office().key()};
    RoomId room;
    auto const rows = recorded_by([&] {
        room = must(wait_for(talk().create_room(sato, draft))).id;
        must(wait_for(talk().create_room(sato, draft)));
    });
    EXPECT_THAT(rows, ElementsAre(row(sato, "talk.room_created", room,
                                      R"({"kind":"group","people":[)" + quoted(sato) + ',' +
                                          quoted(tanaka) + "]}")));
}

TEST_P(TalkRecorded, GivenADirectRoom_WhenBothOpenIt_ThenOneRowIsLeft) {
    auto const &sato = office().sato, &tanaka = office().tanaka;
    auto const rows = recorded_by([&] {
        must(wait_for(
            talk().create_room(sato, {RoomKind::direct, "", {tanaka.person}, office().key()})));
        must(wait_for(
            talk().create_room(tanaka, {RoomKind::direct, "", {sato.person}, office().key()})));
    });
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_THAT(rows[0].details, testing::StartsWith(R"({"kind":"direct")"));
}

TEST_P(TalkRecorded, GivenPeople_WhenBroughtIn_ThenOneRowHasThoseWhoWereNotIn) {
    auto const &sato = office().sato, &hara = office().hara;
    auto const room = office().group(sato, {office().tanaka});
    auto const both = std::vector{office().tanaka.person, hara.person};
    EXPECT_THAT(
        recorded_by([&] { must(add(sato, room, both)); }),
        ElementsAre(row(sato, "talk.members_added", room, R"({"people":[)" + quoted(hara) + "]}")));
    EXPECT_THAT(recorded_by([&] { must(add(sato, room, both)); }), IsEmpty());
}

TEST_P(TalkRecorded, GivenMembers_WhenTakenOutOrLeaving_ThenEachLeavesOneRow) {
    auto const &sato = office().sato, &tanaka = office().tanaka, &hara = office().hara;
    auto const room = office().group(sato, {tanaka, hara});
    EXPECT_THAT(
        recorded_by([&] { must(remove(sato, room, hara)); }),
        ElementsAre(row(sato, "talk.member_removed", room, R"({"person":)" + quoted(hara) + "}")));
    EXPECT_THAT(recorded_by([&] { must(remove(tanaka, room, tanaka)); }),
                ElementsAre(row(tanaka, "talk.member_removed", room,
                                R"({"person":)" + quoted(tanaka) + "}")));
    EXPECT_THAT(
        recorded_by([&] { must(remove(sato, room, sato)); }),
        ElementsAre(row(sato, "talk.member_removed", room, R"({"person":)" + quoted(sato) + "}")));
}

TEST_P(TalkRecorded, GivenAGroup_WhenItIsChanged_ThenTheRowSaysWhatAndNeverHowItReads) {
    auto const& sato = office().sato;
    auto const room = office().group(sato, {office().tanaka});
    Groups groups{{store(), office().clock}};
    GroupChange change{"福祉フェスタ検討G", {.visibility = Visibility::listed, .purpose = "準備"}};
    EXPECT_THAT(
        recorded_by([&] {
            must(wait_for(groups.set(sato, room, change)));
            must(wait_for(groups.set(sato, room, change)));
        }),
        ElementsAre(row(sato, "talk.group_changed", room,
                        R"({"name":"changed","purpose":"changed","visibility":"listed"})")));
}

TEST_P(TalkRecorded, GivenAGroup_WhenItsMasterAndDeputyAreOthers_ThenEachLeavesARow) {
    auto const &sato = office().sato, &tanaka = office().tanaka, &hara = office().hara;
    auto const room = office().group(sato, {tanaka, hara});
    Groups groups{{store(), office().clock}};
    EXPECT_THAT(
        recorded_by([&] {
            must(wait_for(groups.set_deputy(sato, room, hara.person)));
            must(wait_for(groups.set_deputy(sato, room, hara.person)));
            must(wait_for(groups.hand_over(sato, room, tanaka.person, Groups::Then::leave)));
        }),
        ElementsAre(row(sato, "talk.deputy_set", room, R"({"deputy":)" + quoted(hara) + "}"),
                    row(sato, "talk.master_set", room, R"({"master":)" + quoted(tanaka) + "}"),
                    row(sato, "talk.member_removed", room, R"({"person":)" + quoted(sato) + "}")));
}

TEST_P(TalkRecorded, GivenRequests_WhenAnswered_ThenWhoAndWhatStandsThereAndNotWhy) {
    auto const &sato = office().sato, &tanaka = office().tanaka, &hara = office().hara;
    auto const room = office().group(sato, {});
    Groups groups{{store(), office().clock}};
    must(wait_for(groups.set(
        sato, room, {"打合せG", {.visibility = Visibility::listed, .purpose = "打合せ"}})));
    auto const answer = [&](Viewer const& whom, Groups::Answer said) {
        must(wait_for(groups.answer(sato, room, whom.person, said)));
    };
    EXPECT_THAT(recorded_by([&] {
                    must(wait_for(groups.ask(tanaka, room, "入れてください")));
                    must(wait_for(groups.ask(hara, room, "")));
                    answer(tanaka, Groups::Answer::yes);
                    answer(tanaka, Groups::Answer::yes);
                    answer(hara, Groups::Answer::no);
                }),
                ElementsAre(row(sato, "talk.request_answered", room,
                                R"({"person":)" + quoted(tanaka) + R"(,"answer":"yes"})"),
                            row(sato, "talk.request_answered", room,
                                R"({"person":)" + quoted(hara) + R"(,"answer":"no"})")));
}

TEST_P(TalkRecorded, GivenRefusedChanges_WhenTried_ThenNothingIsRecorded) {
    auto const &sato = office().sato, &tanaka = office().tanaka, &hara = office().hara;
    auto const room = office().group(sato, {tanaka});
    EXPECT_THAT(recorded_by([&] {
                    EXPECT_FALSE(add(hara, room, {hara.person}));
                    EXPECT_FALSE(add(sato, room, {hara.person, office().nishi.person}));
                    EXPECT_FALSE(remove(tanaka, room, sato));
                    EXPECT_FALSE(remove(sato, room, hara));
                    EXPECT_FALSE(wait_for(talk().create_room(
                        sato, {RoomKind::group, "G", {office().nishi.person}, office().key()})));
                }),
                IsEmpty());
}

TEST_P(TalkRecorded, GivenWords_WhenSaidAndRead_ThenNothingIsRecorded) {
    auto const &sato = office().sato, &tanaka = office().tanaka;
    auto const room = office().group(sato, {tanaka});
    EXPECT_THAT(recorded_by([&] {
                    auto const said = office().say(sato, room, "おはようございます");
                    must(wait_for(talk().mark_read(tanaka, room, said.seq)));
                }),
                IsEmpty());
}

}  // namespace
}  // namespace horenso::talk
