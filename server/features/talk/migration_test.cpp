// Rooms that are older than the stream of their marks.
#include <gmock/gmock.h>

#include "features/talk/talk.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/crypto/uuid.hpp"

namespace horenso::talk {
namespace {

using horenso::kit::must;
using horenso::kit::wait_for;

constexpr OrgId org{1};
constexpr RoomId room{7};
constexpr PersonId author{1}, founder{2}, newcomer{3};

constexpr Sql insert_room{R"(
    INSERT INTO talk_room (org_id, room_id, kind, name, master_id, creator_id, client_key, draft_hash,
                           created_at)
    VALUES ($1, $2, 'group', 'G', $3, $3, $4, 0, 1000))"};
constexpr Sql insert_head{R"(
    INSERT INTO stream_head (org_id, kind, id, version, seq) VALUES ($1, 'room', $2, 4, 2))"};
constexpr Sql insert_member{R"(
    INSERT INTO talk_member (org_id, room_id, person_id, from_seq, read_seq, joined_at)
    VALUES ($1, $2, $3, 1, $4, $5))"};
constexpr Sql insert_message{R"(
    INSERT INTO talk_message (org_id, room_id, seq, version, author_id, body, client_key, draft_hash,
                              posted_at)
    VALUES ($1, $2, $3, $3, $4, 'x', $5, 0, $6))"};

class OlderRooms : public horenso::kit::OnBothDatabases {
protected:
    /// As they were before.
    std::vector<Migration> migrations() const override {
        auto steps = find_migrations(embedded::files());
        std::erase_if(steps, [](Migration const& step) {
            return step.folder == "features/talk" && step.number > 1;
        });
        return steps;
    }
    static crypto::Uuid key(std::uint8_t number) { return {number}; }
};
INSTANTIATE_TEST_SUITE_P(Databases, OlderRooms, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(OlderRooms, GivenMembersOldAndNew_WhenUpdated_ThenMarksAreAStreamAndNewcomersAreKnown) {
    auto fill = [](Tx& tx) -> Result<Done> {
        tx.run(insert_room, org, room, author, key(1));
        tx.run(insert_head, org, room);
        tx.run(insert_member, org, room, author, 0, Instant{1000});
        tx.run(insert_member, org, room, founder, 2, Instant{1000});
        tx.run(insert_member, org, room, newcomer, 1, Instant{2500});
        tx.run(insert_message, org, room, 1, author, key(1), Instant{2000});
        tx.run(insert_message, org, room, 2, author, key(2), Instant{3000});
        return Done{};
    };
    must(wait_for(store().write(fill)));
    close();

    auto const updated = database().open_with(find_migrations(embedded::files()));
    SystemClock clock;
    IdSource ids{1};
    policy::Policy const policy{{*updated, clock}};
    hours::Hours const hours{{*updated, clock, policy}};
    Talk talk{{*updated, clock, ids, policy, hours}};
    auto const marks = wait_for(talk.marks_event(marks_stream(org, room)));
    EXPECT_EQ(marks.version, 1);
    EXPECT_THAT(
        marks.json,
        testing::HasSubstr(R"([{"person":"2","seq":2},{"person":"3","seq":1,"joined_seq":1}])"));

    auto list = [](Tx& tx) { return Talk::marks_source().visible(tx, {org, newcomer.value, 1}); };
    auto const visible = wait_for(updated->read(list));
    ASSERT_EQ(visible.size(), 1u);
    EXPECT_EQ(visible[0].stream, marks_stream(org, room));
    EXPECT_EQ(visible[0].version, 1);

    Viewer viewer;
    viewer.org = org;
    viewer.person = newcomer;
    EXPECT_THAT(must(wait_for(talk.readers(viewer, room, 1))).unread,
                testing::ElementsAre(founder));
    EXPECT_THAT(must(wait_for(talk.readers(viewer, room, 2))).unread,
                testing::UnorderedElementsAre(founder, newcomer));
}

}  // namespace
}  // namespace horenso::talk
