#include "platform/crypto/card_code.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

#include "platform/crypto/crypto.hpp"

namespace horenso::crypto {
namespace {

using testing::MatchesRegex;

constexpr auto code = "ABCDEFGHJKMNPQRSTUVW";

TEST(CardCode, GivenManyCodes_WhenMade_ThenEachIsItsOwnAndEveryLetterComes) {
    start();
    std::set<std::string> seen;
    std::map<char, int> letters;
    for (int count = 0; count < 500; ++count) {
        auto const made = random_card_code();
        EXPECT_THAT(made, MatchesRegex("[ABCDEFGHJKMNPQRSTUVWXYZ]{20}"));
        EXPECT_TRUE(seen.insert(made).second);
        for (auto const letter : made) ++letters[letter];
    }
    EXPECT_EQ(letters.size(), 23u);
}

TEST(CardCode, GivenACode_WhenShown_ThenItStandsInFoursAndReadsBack) {
    EXPECT_EQ(card_code_as_shown(code), "ABCD-EFGH-JKMN-PQRS-TUVW");
    EXPECT_EQ(typed_card_code(card_code_as_shown(code)), code);
}

TEST(CardCode, GivenTheCodeInAnyTyping_WhenRead_ThenItIsTheSameCode) {
    for (auto typed :
         {"ABCDEFGHJKMNPQRSTUVW", "abcd-efgh-jkmn-pqrs-tuvw", " ABCD EFGH JKMN PQRS TUVW\r\n",
          "ＡＢＣＤ－ＥＦＧＨ－ＪＫＭＮ－ＰＱＲＳ－ＴＵＶＷ",
          "ａｂｃｄ　ｅｆｇｈ　ｊｋｍｎ　ｐｑｒｓ　ｔｕｖｗ", "ABCDーEFGHーJKMNーPQRSーTUVW",
          "ABCDｰEFGHｰJKMNｰPQRSｰTUVW", "ABCD−EFGH‐JKMN—PQRS―TUVW",
          "ABCD\u2011EFGH\u00ADJKMN\u2013PQRS\u2500TUVW"})
        EXPECT_EQ(typed_card_code(typed), code) << typed;
}

TEST(CardCode, GivenAnythingElse_WhenRead_ThenItIsNoCode) {
    for (auto typed :
         {"", "ABCD", "ABCDEFGHJKMNPQRSTUV", "ABCDEFGHJKMNPQRSTUVWX", "IBCDEFGHJKMNPQRSTUVW",
          "OBCDEFGHJKMNPQRSTUVW", "LBCDEFGHJKMNPQRSTUVW", "0BCDEFGHJKMNPQRSTUVW",
          "ABCD_EFGH_JKMN_PQRS_TUVW", "あBCDEFGHJKMNPQRSTUVW", "ABCDEFGHJKMNPQRSTUV\xFF"})
        EXPECT_EQ(typed_card_code(typed), std::nullopt) << typed;
    EXPECT_EQ(typed_card_code(code + std::string(1000, ' ')), std::nullopt);
}

}  // namespace
}  // namespace horenso::crypto
