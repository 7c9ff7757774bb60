// Rooms as streams: whoever follows the events sees what a snapshot shows.
#include <gmock/gmock.h>

#include <random>

#include "kit/followers.hpp"

namespace horenso::talk {
namespace {

using horenso::kit::must;
using horenso::kit::wait_for;

using kit::Follower;

class TalkStreams : public kit::FollowedOffice {};
INSTANTIATE_TEST_SUITE_P(Databases, TalkStreams, horenso::kit::both_databases,
                         horenso::kit::database_name);

/// People who do this and that, the same for the same seed.
class Crowd {
public:
    Crowd(horenso::kit::Office& office, std::vector<Follower> const& people, unsigned seed)
        : office_(office), people_(people), random_(seed) {}

    std::size_t below(std::size_t end) { return random_() % end; }

    void act() {
        auto const dice = below(100);
        if (rooms_.empty() || dice < 4) return open_room();
        auto const room =
            rooms_[rooms_.size() - 1 - below(std::min<std::size_t>(6, rooms_.size()))];
        auto const& who = somebody();
        if (dice < 55) return post(who, room);
        if (dice < 75) return read(who, room);
        if (dice < 83)
            ok(wait_for(
                office_.talk.add_members(who, room, {somebody().person, somebody().person})));
        else if (dice < 88)
            ok(wait_for(
                office_.talk.remove_member(who, room, dice < 86 ? who.person : somebody().person)));
        else
            lead(who, room);
    }
    std::size_t done() const { return done_; }

private:
    Viewer const& somebody() { return people_[below(people_.size())].who; }
    /// Whoever may not is refused; that is part of it.
    template <class T>
    void ok(Result<T> const& result) {
        done_ += result ? 1 : 0;
    }
    void open_room() {
        auto const& who = somebody();
        auto const kind = below(4) == 0 ? RoomKind::direct : RoomKind::group;
        NewRoom draft{kind, "部屋", {somebody().person}, office_.key()};
        draft.group = {.visibility = Visibility::listed, .purpose = "目的"};
        auto const room = wait_for(office_.talk.create_room(who, std::move(draft)));
        ok(room);
        if (room) rooms_.push_back(room->id);
    }
    /// What only groups have.
    void lead(Viewer const& who, RoomId room) {
        auto const whom = somebody().person;
        auto const seen = wait_for(office_.talk.room(who, room));
        switch (below(6)) {
            case 0: return ok(wait_for(groups_.ask(who, room, "入れてください")));
            case 1: return ok(wait_for(groups_.take_back(who, room)));
            case 2: return ok(wait_for(groups_.hand_over(who, room, whom, Groups::Then::leave)));
            case 3: return ok(wait_for(groups_.set_deputy(who, room, whom)));
            case 4:
                if (!seen || seen->requests.empty()) return;
                return ok(wait_for(
                    groups_.answer(who, room, seen->requests.front().person,
                                   below(3) == 0 ? Groups::Answer::no : Groups::Answer::yes)));
            default: break;
        }
        if (!seen) return;
        GroupChange change{"部屋" + std::to_string(below(9)), seen->group, seen->group.edited};
        change.group.visibility = below(3) == 0 ? Visibility::unlisted : Visibility::listed;
        change.group.purpose = "目的";
        change.group.shows_past = below(2) == 0;
        ok(wait_for(groups_.set(who, room, std::move(change))));
    }
    void post(Viewer const& who, RoomId room) {
        NewMessage draft{"ことば" + std::to_string(random_()), office_.key()};
        ok(wait_for(office_.talk.post(who, room, std::move(draft))));
    }
    void read(Viewer const& who, RoomId room) {
        auto const seen = wait_for(office_.talk.room(who, room));
        if (!seen) return;
        auto const back = static_cast<std::int64_t>(below(5));
        ok(wait_for(office_.talk.mark_read(who, room, seen->last_seq - back)));
    }

    horenso::kit::Office& office_;
    Groups groups_{{office_.store, office_.clock}};
    std::vector<Follower> const& people_;
    std::mt19937 random_;
    std::vector<RoomId> rooms_;
    std::size_t done_ = 0;
};

TEST_P(TalkStreams, GivenThreeHundredRandomSteps_WhenEventsAreFollowed_ThenASnapshotShowsTheSame) {
    for (unsigned const seed : {1u, 2u}) {
        Crowd crowd{office(), followers, seed};
        for (int step = 0; step < 300; ++step) {
            crowd.act();
            deliver();
            if (crowd.below(8) == 0) send_marks();
            if (crowd.below(3) == 0) {
                auto& one = followers[crowd.below(followers.size())];
                one.client->look(1 + crowd.below(10));
            }
        }
        send_marks();
        std::size_t applied = 0;
        for (auto& one : followers) {
            one.client->look_at_all();
            auto const fresh = client(one.who);
            fresh->sync();
            EXPECT_EQ(one.client->shown(), fresh->shown()) << "seed " << seed;
            applied += one.client->applied();
        }
        EXPECT_GT(crowd.done(), 75u);
        EXPECT_GT(applied, 50u);
    }
}

TEST_P(TalkStreams, GivenAClientThatWasAway_WhenItComesBack_ThenASnapshotShowsTheSame) {
    Crowd crowd{office(), followers, 3};
    for (int step = 0; step < 300; ++step) {
        crowd.act();
        if (crowd.below(20) == 0) connect(followers[crowd.below(followers.size())]);
    }
    deliver();
    for (auto& one : followers) {
        connect(one);
        auto const fresh = client(one.who);
        fresh->sync();
        EXPECT_EQ(one.client->shown(), fresh->shown());
    }
}

TEST_P(TalkStreams, GivenAClientThatWasAway_WhenOnlyMarksMoved_ThenTheMarksComeAndNothingElse) {
    auto const room = office().group(office().sato, {office().tanaka, office().hara});
    for (auto const* text : {"一", "二", "三"}) office().say(office().sato, room, text);
    auto& tanaka = followers[1];
    connect(tanaka);
    live::Have have;
    for (auto const& stream :
         {room_stream(office().minato, room), marks_stream(office().minato, room)})
        have.streams.push_back({stream.name(), head(stream)});
    must(wait_for(talk().mark_read(office().tanaka, room, 2)));  // on another device
    must(wait_for(talk().mark_read(office().hara, room, 3)));

    auto const reply =
        boost::json::parse(wait_for(sync->answer(reader(office().tanaka), std::move(have))));
    std::vector<std::string> names;
    for (auto const& stream : reply.at("streams").as_array())
        if (stream.as_object().if_contains("room") || stream.as_object().if_contains("marks"))
            names.emplace_back(stream.at("stream").as_string());
    EXPECT_THAT(names, testing::ElementsAre(marks_stream(office().minato, room).name()));

    tanaka.client->sync();
    auto const fresh = client(tanaka.who);
    fresh->sync();
    EXPECT_EQ(tanaka.client->shown(), fresh->shown());
}

TEST_P(TalkStreams, GivenAClientFarBehind_WhenItAsks_ThenTheNewestComeAsASnapshot) {
    auto const room = office().group(office().sato, {office().tanaka});
    auto& tanaka = followers[1];
    connect(tanaka);
    for (int i = 0; i < 201; ++i) office().say(office().sato, room, std::to_string(i));
    tanaka.client->sync();
    auto const fresh = client(tanaka.who);
    fresh->sync();
    EXPECT_EQ(tanaka.client->shown(), fresh->shown());
}

TEST_P(TalkStreams, GivenRoomsOfSeveralAges_WhenSynced_ThenTheNewestWordComesFirst) {
    auto const first = office().group(office().sato, {office().tanaka});
    auto const second = office().group(office().sato, {office().tanaka});
    office().clock.advance(std::chrono::minutes{1});
    auto const third = office().group(office().sato, {});
    office().clock.advance(std::chrono::minutes{1});
    office().say(office().tanaka, first, "最新");
    std::vector<std::int64_t> order;
    for (auto const& at : wait_for(sync->visible(reader(office().sato))))
        if (at.stream.kind == "room") order.push_back(at.stream.id);
    EXPECT_THAT(order, testing::ElementsAre(first.value, third.value, second.value));
}

}  // namespace
}  // namespace horenso::talk
