#include "services/live/sync.hpp"

#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "kit/databases.hpp"
#include "kit/wait_for.hpp"

namespace horenso::live {
namespace {

using horenso::kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

/// Two kinds of streams whose owners say what the test wants.
class SyncReply : public horenso::kit::OnBothDatabases {
protected:
    Source source(std::string_view kind, std::vector<Standing> SyncReply::*streams) {
        auto visible = [this, streams](Tx&, Reader) { return this->*streams; };
        auto state = [this](Tx&, Reader, Stream const&, std::int64_t since, json::Writer& out) {
            out.field("since", since).field("padding", std::string(padding, 'x'));
            return since == 0 ? Source::Kind::snapshot : Source::Kind::changes;
        };
        return {kind, visible, state};
    }
    Sync sync() {
        auto access_version = [this](Tx&, Reader) { return access; };
        return Sync{
            {store(),
             access_version,
             {source("directory", &SyncReply::directory), source("room", &SyncReply::rooms)}}};
    }
    boost::json::object ask(Have have) {
        auto const asked = sync();
        auto const text = wait_for(asked.answer(Reader{OrgId{1}, 1, 1}, std::move(have)));
        return boost::json::parse(text).as_object();
    }
    /// "room:10@7<3" for each stream: its name, its version, since when; with "!" a snapshot.
    static std::vector<std::string> streams(boost::json::object const& reply) {
        std::vector<std::string> all;
        for (auto const& one : reply.at("streams").as_array()) {
            auto const number = [&](char const* key) {
                return std::to_string(one.at(key).as_int64());
            };
            all.push_back(std::string{one.at("stream").as_string()} + '@' + number("version") +
                          '<' + number("since") + (one.at("snapshot").as_bool() ? "!" : ""));
        }
        return all;
    }

    std::int64_t access = 5;
    std::size_t padding = 0;
    std::vector<Standing> directory{{{OrgId{1}, "directory", 0}, 3}};
    std::vector<Standing> rooms{{{OrgId{1}, "room", 10}, 7}, {{OrgId{1}, "room", 11}, 2}};
};
INSTANTIATE_TEST_SUITE_P(Databases, SyncReply, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(SyncReply, GivenAClientWithNothing_WhenItAsks_ThenItGetsTheListAndEveryStreamWhole) {
    auto const reply = ask({});
    EXPECT_EQ(reply.at("access_version").as_int64(), 5);
    EXPECT_EQ(boost::json::serialize(reply.at("visible")), R"(["directory","room:10","room:11"])");
    EXPECT_THAT(streams(reply), ElementsAre("directory@3<0!", "room:10@7<0!", "room:11@2<0!"));
    EXPECT_FALSE(reply.at("more").as_bool());
}

TEST_P(SyncReply, GivenAClientThatHasEverything_WhenItAsks_ThenThereIsNothing) {
    auto const reply = ask({5, {{"directory", 3}, {"room:10", 7}, {"room:11", 2}}});
    EXPECT_FALSE(reply.contains("visible"));
    EXPECT_THAT(streams(reply), IsEmpty());
}

TEST_P(SyncReply, GivenAClientThatIsBehind_WhenItAsks_ThenItGetsWhatChangedSince) {
    auto const reply = ask({5, {{"directory", 3}, {"room:10", 4}}});
    EXPECT_FALSE(reply.contains("visible"));
    EXPECT_THAT(streams(reply), ElementsAre("room:10@7<4", "room:11@2<0!"));
}

TEST_P(SyncReply, GivenAClientAheadOfTheServer_WhenItAsks_ThenItStartsAnew) {
    auto const reply = ask({5, {{"directory", 3}, {"room:10", 8}, {"room:11", 2}}});
    EXPECT_THAT(streams(reply), ElementsAre("room:10@7<0!"));
}

TEST_P(SyncReply,
       GivenAnotherAccessVersion_WhenItAsks_ThenTheWholeListComesAndUnseenNamesAreIgnored) {
    rooms.pop_back();
    for (auto const has : {4, 6}) {
        auto const reply = ask({has, {{"directory", 3}, {"room:10", 7}, {"room:11", 1}, {"?", 1}}});
        EXPECT_EQ(boost::json::serialize(reply.at("visible")), R"(["directory","room:10"])");
        EXPECT_THAT(streams(reply), IsEmpty());
    }
}

TEST_P(SyncReply, GivenMoreThanAReplyHolds_WhenTheClientAsksOn_ThenEachStreamComesOnce) {
    padding = 100 * 1024;
    for (int i = 12; i < 16; ++i) rooms.push_back({{OrgId{1}, "room", i}, 1});
    auto const first = ask({});
    EXPECT_TRUE(first.at("more").as_bool());
    EXPECT_EQ(first.at("visible").as_array().size(), 7u);
    EXPECT_THAT(streams(first), ElementsAre("directory@3<0!", "room:10@7<0!", "room:11@2<0!"));
    auto const second = ask({5, {{"directory", 3}, {"room:10", 7}, {"room:11", 2}}});
    EXPECT_TRUE(second.at("more").as_bool());
    EXPECT_THAT(streams(second), ElementsAre("room:12@1<0!", "room:13@1<0!", "room:14@1<0!"));
    auto const third = ask({5,
                            {{"directory", 3},
                             {"room:10", 7},
                             {"room:11", 2},
                             {"room:12", 1},
                             {"room:13", 1},
                             {"room:14", 1}}});
    EXPECT_FALSE(third.at("more").as_bool());
    EXPECT_THAT(streams(third), ElementsAre("room:15@1<0!"));
}

TEST_P(SyncReply, GivenAReader_WhenAskedWhatToSubscribe_ThenItIsEveryVisibleStream) {
    auto const asked = sync();
    std::vector<std::string> names;
    for (auto const& one : wait_for(asked.visible(Reader{OrgId{1}, 1, 1})))
        names.push_back(one.stream.name());
    EXPECT_THAT(names, ElementsAre("directory", "room:10", "room:11"));
}

}  // namespace
}  // namespace horenso::live
