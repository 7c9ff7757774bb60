#include "platform/crypto/hasher.hpp"

#include <gtest/gtest.h>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <thread>
#include <vector>

#include "kit/wait_for.hpp"
#include "platform/base/catalogue.hpp"
#include "platform/crypto/crypto.hpp"

namespace horenso::crypto {
namespace {

namespace asio = boost::asio;

class HasherTest : public testing::Test {
protected:
    HasherTest() { start(); }
    Cost const cost = Cost::least();
};

/// What became of several calls made in one turn of a loop.
struct Calls {
    std::vector<std::string> hashes;
    std::vector<Problem> refused;
    std::vector<std::thread::id> resumed_on;
};

Task<> hash_into(Hasher& hasher, Calls& calls) {
    auto hashed = co_await hasher.hash("password");
    calls.resumed_on.push_back(std::this_thread::get_id());
    if (hashed)
        calls.hashes.push_back(*hashed);
    else
        calls.refused.push_back(hashed.problem());
}

TEST_F(HasherTest, GivenAPassword_WhenHashedAndVerified_ThenOnlyItFits) {
    Hasher hasher{cost};
    auto const stored = kit::wait_for(hasher.hash("報連相"));
    ASSERT_TRUE(stored);
    auto const right = kit::wait_for(hasher.verify("報連相", *stored));
    auto const wrong = kit::wait_for(hasher.verify("報連想", *stored));
    EXPECT_TRUE(*right);
    EXPECT_FALSE(*wrong);
    EXPECT_FALSE(hasher.needs_rehash(*stored));
}

// The calls of one turn all ask for a place before the first of them can go on and give its place up.
TEST_F(HasherTest, GivenMoreCallsThanPlaces_WhenMadeInOneTurn_ThenTheRestAreRefusedAtOnce) {
    Hasher hasher{cost, {.threads = 2, .queue = 3}};
    Calls calls;
    asio::io_context loop;
    for (int count = 0; count < 8; ++count)
        asio::co_spawn(loop, hash_into(hasher, calls), asio::detached);
    loop.run();
    EXPECT_EQ(calls.hashes.size(), 5u);
    ASSERT_EQ(calls.refused.size(), 3u);
    EXPECT_EQ(calls.refused[0],
              (Problem{.status = 503, .code = "crypto.busy", .retry_after_s = 2}));
    EXPECT_TRUE(Catalogue{embedded::files()}.has("crypto.busy"));
}

TEST_F(HasherTest, GivenRefusedCalls_WhenPlacesAreFreeAgain_ThenTheNextCallIsTaken) {
    Hasher hasher{cost, {.threads = 1, .queue = 0}};
    Calls calls;
    asio::io_context loop;
    asio::co_spawn(loop, hash_into(hasher, calls), asio::detached);
    asio::co_spawn(loop, hash_into(hasher, calls), asio::detached);
    loop.run();
    EXPECT_EQ(calls.refused.size(), 1u);
    EXPECT_TRUE(kit::wait_for(hasher.hash("password")));
}

TEST_F(HasherTest, GivenALoop_WhenHashingIsDone_ThenTheCallerGoesOnThere) {
    Hasher hasher{cost};
    Calls calls;
    asio::io_context loop;
    for (int count = 0; count < 10; ++count)
        asio::co_spawn(loop, hash_into(hasher, calls), asio::detached);
    loop.run();
    EXPECT_EQ(calls.resumed_on, std::vector(10, std::this_thread::get_id()));
}

TEST_F(HasherTest, GivenTooLittleMemory_WhenHashed_ThenTheCallerGetsTheException) {
    Hasher hasher{Cost{1, std::size_t{1} << 60}};
    EXPECT_THROW(kit::wait_for(hasher.hash("x")), std::bad_alloc);
    EXPECT_FALSE(*kit::wait_for(hasher.verify("x", "no hash")));
}

TEST_F(HasherTest, GivenWaitingCalls_WhenTheHasherGoes_ThenEveryCallIsAnswered) {
    Calls calls;
    asio::io_context loop;
    {
        Hasher hasher{cost, {.threads = 1, .queue = 50}};
        for (int count = 0; count < 20; ++count)
            asio::co_spawn(loop, hash_into(hasher, calls), asio::detached);
        loop.poll();
    }
    loop.run();
    EXPECT_EQ(calls.hashes.size() + calls.refused.size(), 20u);
}

TEST_F(HasherTest,
       GivenALoopThatStoppedForGood_WhenItGoesAfterTheHasher_ThenNothingIsTouchedAfterItsEnd) {
    Calls calls;
    asio::io_context loop;
    {
        Hasher hasher{cost};
        asio::co_spawn(loop, hash_into(hasher, calls), asio::detached);
        loop.run_one();
    }
    EXPECT_TRUE(calls.hashes.empty());
}

}  // namespace
}  // namespace horenso::crypto
