#include <gmock/gmock.h>

#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using namespace test_table;
using testing::Each;

/// Functions that meet on the same rows.
class Race : public StoreTest {
protected:
    void add_column() {
        auto add = [](Tx& tx) -> Result<Done> {
            tx.run("CREATE TABLE account (org_id BIGINT PRIMARY KEY, amount BIGINT NOT NULL)");
            tx.run("INSERT INTO account (org_id, amount) VALUES (1, 0)");
            return Done{};
        };
        ASSERT_TRUE(kit::wait_for(store().write(add)));
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Race, kit::both_databases, kit::database_name);

TEST_P(Race, GivenManyWhoKeepTheSameKey_WhenTheyLookFirst_ThenOneKeepsAndAllSucceed) {
    auto find_or_keep = [](Store& store, std::vector<std::string>& bodies, int writer) -> Task<> {
        auto work = [writer](Tx& tx) -> Result<std::string> {
            auto rows = tx.query(find_note, org, 1);
            if (rows.next()) return rows.get<std::string>(0);
            auto body = std::to_string(writer);
            tx.run(insert_note, org, 1, body);
            tx.tell({.stream = notes, .json = body});
            return body;
        };
        auto body = co_await store.write(work);
        bodies.push_back(body ? *body : body.problem().code);
    };
    for (int round = 0; round < 5; ++round) {
        std::vector<std::string> bodies;
        std::vector<Task<>> all;
        for (int i = 0; i < 16; ++i) all.push_back(find_or_keep(store(), bodies, i));
        kit::wait_for_all(std::move(all));
        EXPECT_EQ(bodies.size(), 16u);
        EXPECT_THAT(bodies, Each(told().back().json));
        EXPECT_EQ(told().size(), static_cast<std::size_t>(round) + 1);
        auto clear = [](Tx& tx) -> Result<Done> {
            tx.run("DELETE FROM note WHERE org_id = $1", org);
            return Done{};
        };
        ASSERT_TRUE(kit::wait_for(store().write(clear)));
    }
}

TEST_P(Race, GivenManyWhoCountUp_WhenTheStreamIsLockedFirst_ThenNoneIsLost) {
    add_column();
    auto count_up = [](Store& store) -> Task<> {
        for (int i = 0; i < 10; ++i) {
            auto work = [](Tx& tx) -> Result<Done> {
                tx.advance(notes);
                std::int64_t amount = 0;
                {
                    auto rows = tx.query("SELECT amount FROM account WHERE org_id = $1", org);
                    rows.next();
                    amount = rows.get<std::int64_t>(0);
                }
                tx.run("UPDATE account SET amount = $2 WHERE org_id = $1", org, amount + 1);
                return Done{};
            };
            auto done = co_await store.write(work);
            EXPECT_TRUE(done);
        }
    };
    std::vector<Task<>> all;
    for (int i = 0; i < 8; ++i) all.push_back(count_up(store()));
    kit::wait_for_all(std::move(all));
    auto amount = [](Tx& tx) {
        auto rows = tx.query("SELECT amount FROM account WHERE org_id = 1");
        rows.next();
        return rows.get<int>(0);
    };
    EXPECT_EQ(kit::wait_for(store().read(amount)), 80);
}

TEST_P(Race, GivenManyStreams_WhenAllAreWritten_ThenEachIsToldDenselyInOrder) {
    auto post = [](Store& store, int writer) -> Task<> {
        for (int i = 0; i < 20; ++i) {
            Stream const room{org, "room", (writer + i) % 3};
            auto work = [room](Tx& tx) -> Result<Done> {
                auto head = tx.take_place(room);
                tx.tell({.stream = room, .version = head.version});
                return Done{};
            };
            (void)co_await store.write(work);
        }
    };
    std::vector<Task<>> all;
    for (int i = 0; i < 12; ++i) all.push_back(post(store(), i));
    kit::wait_for_all(std::move(all));
    std::int64_t versions[3] = {};
    for (auto const& one : told()) ASSERT_EQ(one.version, ++versions[one.stream.id]);
    EXPECT_EQ(versions[0] + versions[1] + versions[2], 240);
}

}  // namespace
}  // namespace horenso
