#include "platform/crypto/recovery_code.hpp"

#include <gtest/gtest.h>

namespace horenso::crypto {
namespace {

TEST(RecoveryCode, GivenACode_WhenShownAndTyped_ThenItIsTheSameInAnyWidthAndCase) {
    for (int i = 0; i < 100; ++i) {
        auto const code = random_recovery_code();
        auto const shown = recovery_code_as_shown(code);
        EXPECT_EQ(code.size(), 18u);
        EXPECT_EQ(shown.size(), 20u);
        EXPECT_EQ(typed_recovery_code(shown), code);
        EXPECT_EQ(typed_recovery_code(' ' + shown + ' '), code);
    }
    EXPECT_EQ(typed_recovery_code("ａｂｃｄｅｆ ｇｈｊｋｍｎーpqrstu"), "ABCDEFGHJKMNPQRSTU");
}

TEST(RecoveryCode, GivenACardsCodeOrDigits_WhenTyped_ThenItIsNone) {
    EXPECT_FALSE(typed_recovery_code("ABCD-EFGH-JKMN-PQRS-TUVW"));
    EXPECT_FALSE(typed_recovery_code("081804"));
    EXPECT_FALSE(typed_recovery_code("ABCDEF-GHIJKM-NPQRST"));
    EXPECT_FALSE(typed_recovery_code(""));
}

}  // namespace
}  // namespace horenso::crypto
