#include "platform/crypto/password.hpp"

#include <gmock/gmock.h>

#include "platform/crypto/crypto.hpp"

namespace horenso::crypto {
namespace {

using testing::StartsWith;
using namespace std::string_view_literals;

class Password : public testing::Test {
protected:
    Password() { start(); }
    Cost const cost = Cost::least();
};

TEST_F(Password, GivenAHash_WhenTried_ThenOnlyItsPasswordFits) {
    auto const stored = hash_password("ほうれんそう 2026", cost);
    EXPECT_THAT(stored, StartsWith("$argon2id$v=19$m=8,t=1,p=1$"));
    EXPECT_TRUE(is_password("ほうれんそう 2026", stored));
    EXPECT_FALSE(is_password("ほうれんそう 2027", stored));
    EXPECT_FALSE(is_password("", stored));
    EXPECT_FALSE(is_password("ほうれんそう 2026\0"sv, stored));
}

TEST_F(Password, GivenTheSamePasswordTwice_WhenHashed_ThenTheTextsDiffer) {
    EXPECT_NE(hash_password("same", cost), hash_password("same", cost));
}

TEST_F(Password, GivenWhatIsNoHash_WhenTried_ThenNothingFits) {
    auto const stored = hash_password("x", cost);
    for (auto const& text : {std::string{}, std::string{"x"}, std::string{"$argon2id$"},
                             stored.substr(0, 30), stored + 'A', std::string(5000, '$')}) {
        EXPECT_FALSE(is_password("x", text));
    }
    EXPECT_TRUE(needs_rehash("", cost));
    EXPECT_TRUE(needs_rehash("x", cost));
}

TEST_F(Password, GivenAHashOfAnotherCost_WhenAsked_ThenItNeedsToBeMadeAgain) {
    auto const stored = hash_password("x", cost);
    EXPECT_FALSE(needs_rehash(stored, cost));
    EXPECT_TRUE(needs_rehash(stored, Cost{cost.passes + 1, cost.memory}));
    EXPECT_TRUE(needs_rehash(stored, Cost{cost.passes, cost.memory * 2}));
}

TEST_F(Password, GivenTheUsualCost_WhenHashed_ThenItIsThreePassesOver64Megabytes) {
    EXPECT_THAT(hash_password("x", Cost{}), StartsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
}

TEST_F(Password, GivenMoreMemoryThanThereIs_WhenHashed_ThenItThrows) {
    EXPECT_THROW(hash_password("x", Cost{1, std::size_t{1} << 60}), std::bad_alloc);
}

}  // namespace
}  // namespace horenso::crypto
