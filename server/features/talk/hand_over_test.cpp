// What somebody carries in their groups, before they go (clause 3.9).
#include <gmock/gmock.h>

#include "kit/office.hpp"

namespace horenso::talk {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class TalkCarried : public kit::OfficeOnBothDatabases {
protected:
    /// "master 福祉フェスタG 3 → 12"
    std::vector<std::string> of(Viewer const& who) {
        auto read = [&](Tx& tx) { return carried_by(tx, who.org, who.person); };
        std::vector<std::string> all;
        for (auto const& [what, name, count, next] : wait_for(store().read(read))) {
            auto line = what + ' ' + name + ' ' + std::to_string(count);
            all.push_back(next ? line + " → " + std::to_string(next->value) : line);
        }
        return all;
    }
    static std::string id(Viewer const& who) { return std::to_string(who.person.value); }
};
INSTANTIATE_TEST_SUITE_P(Databases, TalkCarried, kit::both_databases, kit::database_name);

TEST_P(TalkCarried, Clause_3_9_GivenAMaster_ThenEachGroupSaysWhoWouldBeMasterNext) {
    auto const& [sato, tanaka, hara] = std::tie(office().sato, office().tanaka, office().hara);
    auto const led = office().group(sato, {tanaka, hara}, "い福祉フェスタG");
    office().group(sato, {}, "あひとりG");
    office().group(tanaka, {sato}, "うほかの人G");
    Groups groups{{store(), office().clock}};
    auto const first = of(sato);
    ASSERT_EQ(first.size(), 2u);
    EXPECT_EQ(first[0], "master あひとりG 1");
    must(wait_for(groups.set_deputy(sato, led, hara.person)));
    EXPECT_THAT(of(sato),
                ElementsAre("master あひとりG 1", "master い福祉フェスタG 3 → " + id(hara)));
    EXPECT_THAT(of(hara), IsEmpty());
    EXPECT_THAT(of(office().nishi), IsEmpty());
}

TEST_P(TalkCarried, Clause_3_9_GivenMessagesForLater_ThenTheyAreCountedAndNotTold) {
    LaterMessages later{{store(), office().clock, office().ids, office().policy}};
    auto const room = office().group(office().tanaka, {office().sato});
    NewMessage draft{"来週もよろしく", office().key()};
    auto const due = office().clock.now() + std::chrono::hours{1};
    must(wait_for(later.keep(office().sato, room, std::move(draft), due)));
    EXPECT_THAT(of(office().sato), ElementsAre("later_messages  1"));
}

}  // namespace
}  // namespace horenso::talk
