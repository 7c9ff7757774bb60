// Groups as everybody finds them, and what may stand of one (clauses 6.1, 6.2).
#include <gmock/gmock.h>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class TalkGroups : public kit::OfficeOnBothDatabases {
protected:
    Groups& groups() {
        if (!groups_) groups_.emplace(Groups::Needs{store(), office().clock});
        return *groups_;
    }
    Result<Done> set(Viewer const& by, RoomId room, Group group, std::string name = "打合せG",
                     std::int64_t edited = 0) {
        return wait_for(groups().set(by, room, {std::move(name), std::move(group), edited}));
    }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }
    std::vector<ListedGroup> listed(Viewer const& who) { return wait_for(groups().listed(who)); }
    Room seen(Viewer const& who, RoomId room) { return must(wait_for(talk().room(who, room))); }
    std::size_t told_of_groups() { return told_to(groups_stream(office().minato)).size(); }
    Group const found{.visibility = Visibility::listed, .purpose = "祭りの準備"};

private:
    std::optional<Groups> groups_;
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkGroups, kit::both_databases, kit::database_name);

TEST_P(TalkGroups, Clause_6_1_GivenAListedGroup_ThenEverybodyFindsItAndOnlyMembersReadIt) {
    auto const &sato = office().sato, &tanaka = office().tanaka, &hara = office().hara;
    auto const room = office().group(sato, {tanaka}, "福祉フェスタG");
    auto wanted = found;
    wanted.ends_on = "2026-12-25";
    must(set(sato, room, wanted, "福祉フェスタG"));
    must(wait_for(groups().set_deputy(sato, room, tanaka.person)));

    auto const all = listed(hara);
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].id, room);
    EXPECT_EQ(all[0].name, "福祉フェスタG");
    EXPECT_EQ(all[0].purpose, "祭りの準備");
    EXPECT_EQ(all[0].ends_on, "2026-12-25");
    EXPECT_EQ(all[0].master, sato.person);
    EXPECT_EQ(all[0].deputy, tanaka.person);
    EXPECT_THAT(all[0].members, UnorderedElementsAre(sato.person, tanaka.person));
    EXPECT_FALSE(all[0].mine);
    EXPECT_EQ(code(wait_for(talk().history(hara, room, {}))), "talk.room_not_found");
    EXPECT_EQ(code(wait_for(groups().members(hara, room))), "talk.room_not_found");
}

TEST_P(TalkGroups, Clause_6_1_GivenGroupsThatAreNotListed_ThenNobodyFindsThem) {
    auto const room = office().group(office().sato, {office().tanaka});
    EXPECT_THAT(listed(office().hara), IsEmpty());
    EXPECT_THAT(listed(office().sato), IsEmpty());
    EXPECT_EQ(told_of_groups(), 0u);
    must(set(office().sato, room, found));
    EXPECT_EQ(listed(office().hara).size(), 1u);
    EXPECT_THAT(listed(office().nishi), IsEmpty());
    must(set(office().sato, room, {}, "打合せG", 1));
    EXPECT_THAT(listed(office().hara), IsEmpty());
}

TEST_P(TalkGroups, GivenAListedGroup_WhenAnythingThatIsFoundChanges_ThenEverybodyIsToldOnce) {
    auto const &sato = office().sato, &tanaka = office().tanaka, &hara = office().hara;
    auto const room = office().group(sato, {tanaka});
    std::size_t before = 0;
    auto const told_by = [&](auto act) {
        before = told_of_groups();
        act();
        return told_of_groups() - before;
    };
    EXPECT_EQ(told_by([&] { must(set(sato, room, found)); }), 1u);
    EXPECT_EQ(told_by([&] { must(set(sato, room, found, "催しG", 1)); }), 1u);
    EXPECT_EQ(told_by([&] { must(set(sato, room, found, "催しG", 1)); }), 0u);
    auto const add = [&] { must(wait_for(talk().add_members(sato, room, {hara.person}))); };
    EXPECT_EQ(told_by(add), 1u);
    EXPECT_EQ(told_by(add), 0u);
    EXPECT_EQ(told_by([&] { must(wait_for(talk().remove_member(hara, room, hara.person))); }), 1u);
    EXPECT_EQ(told_by([&] { office().say(sato, room, "話"); }), 0u);
    EXPECT_EQ(told_by([&] {
                  must(wait_for(groups().hand_over(sato, room, tanaka.person, Groups::Then::stay)));
              }),
              1u);
    EXPECT_EQ(told_by([&] { must(set(tanaka, room, {}, "催しG", 2)); }), 1u);
    EXPECT_EQ(told_by([&] { must(set(tanaka, room, {}, "別名G", 3)); }), 0u);
}

TEST_P(TalkGroups, GivenADraft_WhenAGroupIsMadeListed_ThenItIsFoundAtOnce) {
    NewRoom draft{RoomKind::group, "催しG", {office().tanaka.person}, office().key()};
    draft.group = found;
    auto const before = told_of_groups();
    auto const made = must(wait_for(talk().create_room(office().sato, draft)));
    EXPECT_EQ(made.group.purpose, "祭りの準備");
    EXPECT_EQ(told_of_groups(), before + 1);
    EXPECT_EQ(listed(office().hara).size(), 1u);
    EXPECT_EQ(must(wait_for(talk().create_room(office().sato, draft))).id, made.id);
    draft.group.purpose = "別の目的";
    EXPECT_EQ(code(wait_for(talk().create_room(office().sato, draft))), "talk.key_reused");
}

TEST_P(TalkGroups, GivenBadWords_WhenAGroupIsMadeOrChanged_ThenTheReasonIsNamed) {
    auto const room = office().group(office().sato, {office().tanaka});
    auto const refused = [&](Group group, std::string name = "打合せG") {
        return code(set(office().sato, room, std::move(group), std::move(name)));
    };
    EXPECT_EQ(refused({.visibility = Visibility::listed}), "talk.purpose_missing");
    EXPECT_EQ(refused({.visibility = Visibility::listed, .purpose = " \n"}),
              "talk.purpose_missing");
    EXPECT_EQ(refused({.purpose = std::string(201, 'a')}), "talk.bad_purpose");
    EXPECT_EQ(refused({.ends_on = "2026-02-30"}), "talk.bad_end");
    EXPECT_EQ(refused({.ends_on = "2026-11-23"}), "talk.bad_end");  // yesterday
    EXPECT_EQ(refused({}, ""), "talk.bad_room_name");
    EXPECT_EQ(refused({}, std::string(51, 'a')), "talk.bad_room_name");
    EXPECT_EQ(refused({.ends_on = "2026-11-24"}), "");
    EXPECT_EQ(seen(office().sato, room).group.edited, 1);
}

TEST_P(TalkGroups, GivenAnEndThatHasPassed_WhenTheRestIsChanged_ThenItStays) {
    auto const room = office().group(office().sato, {});
    must(set(office().sato, room, {.ends_on = "令和8年11月25日"}));
    EXPECT_EQ(seen(office().sato, room).group.ends_on, "2026-11-25");
    office().clock.advance(std::chrono::hours{72});
    must(set(office().sato, room, {.purpose = "続き", .ends_on = "2026-11-25"}, "打合せG", 1));
    EXPECT_EQ(code(set(office().sato, room, {.ends_on = "2026-11-26"}, "打合せG", 2)),
              "talk.bad_end");
}

TEST_P(TalkGroups, GivenTwoWhoLead_WhenBothChangeWhatTheySaw_ThenTheSecondIsTold) {
    auto const &sato = office().sato, &tanaka = office().tanaka;
    auto const room = office().group(sato, {tanaka, office().hara});
    must(wait_for(groups().set_deputy(sato, room, tanaka.person)));
    must(set(sato, room, {.purpose = "一"}));
    EXPECT_EQ(code(set(tanaka, room, {.purpose = "二"})), "talk.group_changed");
    EXPECT_EQ(code(set(tanaka, room, {.purpose = "二"}, "打合せG", 1)), "");
    EXPECT_EQ(code(set(office().hara, room, {.purpose = "三"}, "打合せG", 2)), "talk.not_master");
    EXPECT_EQ(code(set(office().aoki, room, {}, "打合せG", 2)), "talk.room_not_found");
    auto const now = seen(sato, room).group;
    EXPECT_EQ(now.purpose, "二");
    EXPECT_EQ(now.deputy, tanaka.person);  // isn't theirs to change
}

TEST_P(TalkGroups, GivenADirectRoom_WhenItIsToBecomeAGroup_ThenItIsRefused) {
    NewRoom draft{RoomKind::direct, "", {office().tanaka.person}, office().key()};
    draft.group = found;
    auto const room = must(wait_for(talk().create_room(office().sato, draft)));
    EXPECT_THAT(listed(office().hara), IsEmpty());
    EXPECT_EQ(code(set(office().sato, room.id, found)), "talk.direct_is_for_two");
    EXPECT_EQ(code(wait_for(groups().set_deputy(office().sato, room.id, office().tanaka.person))),
              "talk.direct_is_for_two");
}

TEST_P(TalkGroups, GivenAGroupThatHidesItsPast_WhenSomebodyComes_ThenTheySeeWhatIsSaidFromThenOn) {
    auto const &sato = office().sato, &hara = office().hara;
    auto const room = office().group(sato, {office().tanaka});
    office().say(sato, room, "前の話");
    must(set(sato, room, {.shows_past = false}));
    must(wait_for(talk().add_members(sato, room, {hara.person})));
    EXPECT_THAT(must(wait_for(talk().history(hara, room, {}))), IsEmpty());
    EXPECT_EQ(seen(hara, room).from_seq, 2);
    EXPECT_FALSE(seen(hara, room).last);
    office().say(sato, room, "あとの話");
    EXPECT_EQ(must(wait_for(talk().history(hara, room, {}))).size(), 1u);
    EXPECT_EQ(must(wait_for(talk().history(sato, room, {}))).size(), 2u);
    EXPECT_EQ(seen(hara, room).unread, 1);
}

TEST_P(TalkGroups, GivenMembers_WhenTheyLookWhyTheyAreIn_ThenItSaysSince) {
    auto const &sato = office().sato, &tanaka = office().tanaka, &hara = office().hara;
    auto const room = office().group(sato, {tanaka});
    auto const made_at = office().clock.now();
    office().clock.advance(std::chrono::minutes{5});
    must(wait_for(talk().add_members(tanaka, room, {hara.person})));
    auto const now = office().clock.now();
    auto const expected = sato.person < tanaka.person
                              ? std::vector<PersonId>{sato.person, tanaka.person}
                              : std::vector<PersonId>{tanaka.person, sato.person};
    auto const all = must(wait_for(groups().members(hara, room)));
    ASSERT_EQ(all.size(), 3u);
    EXPECT_THAT(std::vector({all[0].person, all[1].person}), testing::ElementsAreArray(expected));
    EXPECT_THAT(all,
                UnorderedElementsAre(Membership{sato.person, Came::made, std::nullopt, made_at},
                                     Membership{tanaka.person, Came::added, sato.person, made_at},
                                     Membership{hara.person, Came::added, tanaka.person, now}));
}

}  // namespace
}  // namespace horenso::talk
