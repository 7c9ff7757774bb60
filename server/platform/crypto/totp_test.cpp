#include "platform/crypto/totp.hpp"

#include <gtest/gtest.h>

#include <set>

namespace horenso::crypto {
namespace {

std::string const secret = "12345678901234567890";

TEST(Totp, GivenTheVectorsOfTheRfc_WhenComputed_ThenTheCodesAreThese) {  // RFC 6238, appendix B
    struct Vector {
        std::int64_t seconds;
        char const* code;
    };
    for (auto const& [seconds, code] : {Vector{59, "94287082"},
                                        {1'111'111'109, "07081804"},
                                        {1'111'111'111, "14050471"},
                                        {1'234'567'890, "89005924"},
                                        {2'000'000'000, "69279037"},
                                        {20'000'000'000, "65353130"}}) {
        EXPECT_EQ(totp_code(secret, seconds / totp_step_s, 8), code);
        EXPECT_EQ(totp_code(secret, seconds / totp_step_s), std::string{code}.substr(2));
    }
}

TEST(Totp, GivenACode_WhenTypedWithinAMinuteAndAHalf_ThenItsStepIsFound) {
    auto const step = 1'111'111'109 / totp_step_s;
    auto const found = [&](std::int64_t at, std::string_view typed, std::int64_t last = 0) {
        return totp_step_of(secret, typed, at * totp_step_s * 1000 + 29'999, last);
    };
    EXPECT_EQ(found(step, "081804"), step);
    EXPECT_EQ(found(step + 1, "081804"), step);
    EXPECT_EQ(found(step - 1, "081804"), step);
    EXPECT_EQ(found(step + 2, "081804"), std::nullopt);
    EXPECT_EQ(found(step - 2, "081804"), std::nullopt);
    EXPECT_EQ(found(step, "０８１ ８０４"), step);
    EXPECT_EQ(found(step, "081805"), std::nullopt);
    EXPECT_EQ(found(step, ""), std::nullopt);
    EXPECT_EQ(found(step, std::string(1000, '0')), std::nullopt);
    EXPECT_EQ(found(step, "081804", step), std::nullopt);  // it was used
    EXPECT_EQ(found(step, "081804", step - 1), step);
}

TEST(Totp, GivenBytes_WhenWrittenForPeople_ThenTheyAreBase32) {  // RFC 4648 §10
    EXPECT_EQ(base32(""), "");
    EXPECT_EQ(base32("f"), "MY");
    EXPECT_EQ(base32("fo"), "MZXQ");
    EXPECT_EQ(base32("foo"), "MZXW6");
    EXPECT_EQ(base32("foob"), "MZXW6YQ");
    EXPECT_EQ(base32("fooba"), "MZXW6YTB");
    EXPECT_EQ(base32("foobar"), "MZXW6YTBOI");
}

TEST(Totp, GivenSecrets_WhenMade_ThenTheyAreOf160BitsAndDiffer) {
    std::set<std::string> made;
    for (int i = 0; i < 100; ++i) made.insert(random_totp_secret());
    EXPECT_EQ(made.size(), 100u);
    EXPECT_EQ(made.begin()->size(), 20u);
}

}  // namespace
}  // namespace horenso::crypto
