// Rooms that follow the directory: whatever happens there, who is in is who belongs there (clause 5.4).
#include <gmock/gmock.h>

#include <future>
#include <random>

#include "kit/followers.hpp"
#include "kit/moving.hpp"

namespace horenso::talk {
namespace {

using horenso::kit::must;
using horenso::kit::wait_for;
using kit::Follower;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class StaffRoomsOnBoth : public kit::MovingOffice {
protected:
    /// The automatic rooms that somebody is in, by name, with their members.
    std::map<std::string, std::set<PersonId>> rooms_of(PersonId who) {
        std::map<std::string, std::set<PersonId>> rooms;
        Viewer const viewer{office().minato, who, {}};
        for (auto const& room : wait_for(talk().rooms(viewer)))
            if (room.origin) rooms[room.name] = {room.members.begin(), room.members.end()};
        return rooms;
    }
    std::vector<std::string> names_of(PersonId who) {
        std::vector<std::string> names;
        for (auto const& [name, members] : rooms_of(who)) names.push_back(name);
        return names;
    }
    Room room(PersonId who, std::string const& name) {
        Viewer const viewer{office().minato, who, {}};
        for (auto const& room : wait_for(talk().rooms(viewer)))
            if (room.name == name) return room;
        throw std::runtime_error{"no room is called " + name};
    }
    Viewer as(PersonId who) { return {office().minato, who, {}}; }

    /// What is to be, reckoned from the directory by asking of each room who belongs in.
    std::map<std::string, std::set<PersonId>> expected() {
        std::map<std::string, std::string> above;
        for (auto const& one : wait_for(directory().departments(office().aoki)).all)
            above[one.name] = one.parent;
        auto const lies_in = [&](std::string name, std::string const& wanted) {
            for (; !name.empty(); name = above[name])
                if (name == wanted) return true;
            return false;
        };
        std::map<std::string, std::set<PersonId>> rooms;
        for (auto const& person : wait_for(directory().people_of(office().minato))) {
            if (person.retired) continue;
            if (!person.employment.empty()) rooms[person.employment + "G"].insert(person.id);
            for (auto const& [name, parent] : above) {
                auto is_in = lies_in(person.department, name);
                for (auto const& post : person.posts) is_in |= lies_in(post.department, name);
                if (is_in) rooms[name].insert(person.id);
            }
        }
        return rooms;
    }
    /// All rooms as their members see them; each member sees the same.
    std::map<std::string, std::set<PersonId>> actual() {
        std::map<std::string, std::set<PersonId>> rooms;
        for (auto const person : everybody())
            for (auto const& [name, members] : rooms_of(person)) {
                EXPECT_TRUE(members.contains(person)) << name;
                auto const [known, is_new] = rooms.emplace(name, members);
                EXPECT_EQ(known->second, members) << name;
            }
        return rooms;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, StaffRoomsOnBoth, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(StaffRoomsOnBoth, GivenAnOfficeFromBefore_WhenTheProgramStarts_ThenItsRoomsAreThereOnce) {
    EXPECT_THAT(names_of(sato()), ElementsAre("地域福祉課", "正職員G"));
    EXPECT_EQ(actual(), expected());
    auto const told_before = told().size();
    must(wait_for(staff_rooms().make_missing()));
    EXPECT_EQ(told().size(), told_before);
    auto const seen = room(sato(), "地域福祉課");
    EXPECT_EQ(seen.origin, (Origin{Origin::Kind::department, "地域福祉課"}));
    EXPECT_EQ(seen.master, PersonId{});
    EXPECT_EQ(seen.unread, 0);
}

TEST_P(StaffRoomsOnBoth, GivenTwoNodesThatStartAtOnce_ThenThereIsOneRoomForEach) {
    import("氏名,フリガナ,ID,所属,雇用区分\n森 一,モリ ハジメ,mori,経理課,正職員\n",
           Hooks::without);
    IdSource other_ids{2};
    StaffRooms const other{{store(), office().clock, other_ids}};
    auto twin = std::async(std::launch::async, [&] { return wait_for(other.make_missing()); });
    must(wait_for(staff_rooms().make_missing()));
    must(twin.get());
    EXPECT_EQ(actual(), expected());
    EXPECT_THAT(names_of(person("mori").id), ElementsAre("正職員G", "経理課"));
}

TEST_P(StaffRoomsOnBoth, GivenATransfer_ThenTheOldRoomIsShutAtOnceAndTheNewOneIsReadableAndRead) {
    auto const old = room(sato(), "地域福祉課").id;
    office().say(office().aoki, room(aoki(), "総務課").id, "来月の予定です");
    auto const access = access_version(sato());
    transfer(sato(), {{"department", "総務課"}});
    EXPECT_THAT(names_of(sato()), ElementsAre("正職員G", "総務課"));
    EXPECT_GT(access_version(sato()), access);
    EXPECT_EQ(wait_for(talk().history(as(sato()), old, {})).problem().code, "talk.room_not_found");
    auto const now = room(sato(), "総務課");
    EXPECT_EQ(must(wait_for(talk().history(as(sato()), now.id, {}))).size(), 1u);
    EXPECT_EQ(now.unread, 0);
    EXPECT_THAT(must(wait_for(talk().readers(as(aoki()), now.id, 1))).unread, IsEmpty());
}

TEST_P(StaffRoomsOnBoth, GivenPostsBesidesAndADepartmentAbove_ThenTheyAreInThoseRoomsToo) {
    set_departments({{"事務局", "", ""},
                     {"総務課", "総務課", "事務局"},
                     {"地域福祉課", "地域福祉課", ""},
                     {"生活支援課", "生活支援課", ""}});
    EXPECT_THAT(names_of(aoki()), ElementsAre("事務局", "正職員G", "総務課"));
    transfer(hara(), {{"posts", "総務課／主任"}});
    EXPECT_THAT(names_of(hara()), ElementsAre("事務局", "生活支援課", "総務課", "臨時職員G"));
    transfer(hara(), {{"posts", ""}, {"employment", "正職員"}});
    EXPECT_THAT(names_of(hara()), ElementsAre("正職員G", "生活支援課"));
    EXPECT_EQ(actual(), expected());
}

TEST_P(StaffRoomsOnBoth, GivenARename_ThenTheRoomIsTheSameUnderItsNewName) {
    auto const before = room(sato(), "地域福祉課");
    office().say(as(sato()), before.id, "名前が変わります");
    auto const stream = room_stream(office().minato, before.id);
    auto const events = told_to(stream).size();
    set_departments(
        {{"地域課", "地域福祉課", ""}, {"総務課", "総務課", ""}, {"生活支援課", "生活支援課", ""}});
    auto const after = room(sato(), "地域課");
    EXPECT_EQ(after.id, before.id);
    EXPECT_EQ(after.origin->name, "地域課");
    EXPECT_EQ(after.last_seq, 1);
    EXPECT_EQ(told_to(stream).size(), events + 1);
}

TEST_P(StaffRoomsOnBoth, GivenTwoDepartmentsThatSwapTheirNames_ThenTheirRoomsDo) {
    auto const chiiki = room(sato(), "地域福祉課").id, soumu = room(aoki(), "総務課").id;
    set_departments({{"総務課", "地域福祉課", ""},
                     {"地域福祉課", "総務課", ""},
                     {"生活支援課", "生活支援課", ""}});
    EXPECT_EQ(room(sato(), "総務課").id, chiiki);
    EXPECT_EQ(room(aoki(), "地域福祉課").id, soumu);
    EXPECT_EQ(actual(), expected());
}

TEST_P(StaffRoomsOnBoth, GivenADepartmentThatWentAndIsMadeAgain_ThenItsRoomIsANewOne) {
    auto const old = room(hara(), "生活支援課").id;
    transfer(hara(), {{"department", "総務課"}});
    set_departments({{"地域福祉課", "地域福祉課", ""}, {"総務課", "総務課", ""}});
    set_departments({{"生活支援課", "地域福祉課", ""}, {"総務課", "総務課", ""}});
    EXPECT_NE(room(sato(), "生活支援課").id, old);
    EXPECT_EQ(actual(), expected());
}

TEST_P(StaffRoomsOnBoth, GivenSomebodyOnLeaveOrRetired_ThenOnlyTheRetiredAreOut) {
    must(
        wait_for(directory().set_leave(office().aoki, sato(), directory::Leave{"2026-11-01", {}})));
    EXPECT_THAT(names_of(sato()), ElementsAre("地域福祉課", "正職員G"));
    retire_tonight(sato());
    EXPECT_THAT(rooms_of(sato()), IsEmpty());
    EXPECT_EQ(actual(), expected());
}

TEST_P(StaffRoomsOnBoth, GivenAHandThatTries_ThenMembersStayAsTheyAre) {
    auto const mine = room(sato(), "地域福祉課");
    auto const code = [](auto const& result) { return result ? "" : result.problem().code; };
    EXPECT_EQ(code(wait_for(talk().add_members(as(sato()), mine.id, {hara()}))),
              "talk.automatic_room");
    EXPECT_EQ(code(wait_for(talk().remove_member(as(sato()), mine.id, sato()))),
              "talk.automatic_room");
    EXPECT_EQ(code(wait_for(talk().add_members(as(hara()), mine.id, {hara()}))),
              "talk.room_not_found");
    EXPECT_EQ(actual(), expected());
}

TEST_P(StaffRoomsOnBoth, GivenAHandThatTriesToLead_ThenRefusedAndTheRoomIsNoGroupThatIsFound) {
    Groups groups{{store(), office().clock}};
    auto const mine = room(sato(), "地域福祉課");
    auto const member = as(sato());
    auto const code = [](auto const& result) { return result ? "" : result.problem().code; };
    GroupChange const change{"わたしたちの課", {Visibility::listed, "課の話"}};
    auto const automatic = "talk.automatic_room";
    EXPECT_EQ(code(wait_for(groups.set(member, mine.id, change))), automatic);
    EXPECT_EQ(code(wait_for(groups.set_deputy(member, mine.id, tanaka()))), automatic);
    EXPECT_EQ(code(wait_for(groups.answer(member, mine.id, hara(), Groups::Answer::yes))),
              automatic);
    EXPECT_EQ(code(wait_for(groups.hand_over(member, mine.id, tanaka(), Groups::Then::leave))),
              automatic);
    EXPECT_EQ(code(wait_for(groups.ask(as(hara()), mine.id, "入れてください"))),
              "talk.room_not_found");
    EXPECT_THAT(wait_for(groups.listed(as(hara()))), IsEmpty());
    EXPECT_EQ(actual(), expected());
}

TEST_P(StaffRoomsOnBoth, GivenAMember_ThenWhyTheyAreInIsThatTheDirectoryHasThemThere) {
    Groups groups{{store(), office().clock}};
    auto const mine = room(sato(), "地域福祉課");
    auto const all = must(wait_for(groups.members(as(sato()), mine.id)));
    EXPECT_EQ(all.size(), mine.members.size());
    for (auto const& one : all) {
        EXPECT_EQ(one.came, Came::placed);
        EXPECT_FALSE(one.by);
    }
}

/// What an administrator may come to do, the same for the same seed.
class Year {
public:
    Year(kit::MovingOffice& office, unsigned seed) : office_(office), random_(seed) {}

    void step() {
        switch (below(8)) {
            case 0: return hire();
            case 1: return rearrange();
            case 2: return office_.retire_tonight(somebody());
            case 3: return office_.plan(somebody(), {{"department", department()}});
            case 4: return office_.pass_a_day();
            case 5:
                return office_.transfer(somebody(), {{"posts", below(3) == 0 ? "" : department()}});
            case 6: return office_.transfer(somebody(), {{"employment", employment()}});
            default: return office_.transfer(somebody(), {{"department", department()}});
        }
    }

private:
    std::size_t below(std::size_t end) { return random_() % end; }
    PersonId somebody() {
        auto const all = office_.everybody();
        return all[below(all.size())];
    }
    std::string department() {
        auto const all = office_.departments();
        return all[below(all.size())].name;
    }
    std::string employment() {
        static std::array const all{"正職員", "特定業務職員", "臨時職員"};
        return all[below(all.size())];
    }
    /// Two newcomers, one of them into a department that isn't there yet, and somebody who is there is elsewhere.
    void hire() {
        auto const number = std::to_string(++hired_);
        office_.import("氏名,フリガナ,ID,所属,雇用区分\n新" + number + ",シン,shin" + number + "," +
                       department() + "," + employment() + "\n人" + number + ",ジン,jin" + number +
                       ",第" + number + "係," + employment() + "\n原 葵,ハラ アオイ,hara," +
                       department() + "," + employment() + "\n");
    }
    /// One department is called otherwise, one is under another, and one that nobody needs is gone.
    void rearrange() {
        auto now = office_.departments();
        std::vector<kit::MovingOffice::Department> next;
        auto const renamed = below(now.size());
        for (std::size_t i = 0; i < now.size(); ++i) {
            if (now[i].people == 0 && below(2) == 0) continue;
            auto name = i == renamed ? "改" + std::to_string(++renamed_) + "課" : now[i].name;
            auto const has_parent = !next.empty() && below(2) == 0;
            auto parent = has_parent ? next[below(next.size())].name : std::string{};
            next.push_back({std::move(name), now[i].name, std::move(parent)});
        }
        office_.try_departments(next);
    }

    kit::MovingOffice& office_;
    std::mt19937 random_;
    int hired_ = 0, renamed_ = 0;
};

TEST_P(StaffRoomsOnBoth, GivenARandomYear_ThenRoomsAreAlwaysAsTheDirectoryAndEventsAreAsASnapshot) {
    for (unsigned const seed : {1u, 2u}) {
        Year year{*this, seed};
        for (int step = 0; step < 40; ++step) {
            year.step();
            deliver();
            ASSERT_EQ(actual(), expected()) << "seed " << seed << ", step " << step;
        }
        send_marks();
        for (auto& one : followers) {
            one.client->look_at_all();
            auto const fresh = client(one.who);
            fresh->sync();
            EXPECT_EQ(one.client->shown(), fresh->shown()) << "seed " << seed;
        }
    }
}

}  // namespace
}  // namespace horenso::talk
