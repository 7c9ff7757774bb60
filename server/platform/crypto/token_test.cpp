#include "platform/crypto/token.hpp"

#include <gmock/gmock.h>

#include <set>

#include "platform/crypto/crypto.hpp"

namespace horenso::crypto {
namespace {

using testing::MatchesRegex;
using namespace std::string_view_literals;

TEST(Token, GivenManyTokens_WhenMade_ThenEachIs256BitsOfBase64urlAndItsOwn) {
    start();
    std::set<std::string> seen;
    for (int count = 0; count < 1000; ++count) {
        auto const token = random_token();
        EXPECT_THAT(token, MatchesRegex("[A-Za-z0-9_-]{43}"));
        EXPECT_TRUE(seen.insert(token).second);
    }
}

TEST(Token, GivenRandomBytes_WhenMade_ThenThereAreAsManyAsAsked) {
    start();
    EXPECT_EQ(random_bytes(0), "");
    EXPECT_EQ(random_bytes(17).size(), 17u);
    EXPECT_NE(random_bytes(16), random_bytes(16));
}

TEST(Token, GivenBytes_WhenEncoded_ThenAsInRfc4648WithoutPadding) {
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("f"), "Zg");
    EXPECT_EQ(base64url("fo"), "Zm8");
    EXPECT_EQ(base64url("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64url("\xFB\xFF\xBF"), "-_-_");
}

TEST(Token, GivenTheVectorsOfFips180_WhenDigested_ThenTheDigestIsTheirs) {
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abc")[0], 0xBA);
    EXPECT_NE(sha256("\0"sv), sha256(""));
}

TEST(Token, GivenTwoSecrets_WhenCompared_ThenOnlyTheSameAreEqual) {
    EXPECT_TRUE(are_equal_secrets("abc", "abc"));
    EXPECT_TRUE(are_equal_secrets("", ""));
    EXPECT_FALSE(are_equal_secrets("abc", "abd"));
    EXPECT_FALSE(are_equal_secrets("abc", "ab"));
    EXPECT_FALSE(are_equal_secrets("a\0b"sv, "a\0c"sv));
}

}  // namespace
}  // namespace horenso::crypto
