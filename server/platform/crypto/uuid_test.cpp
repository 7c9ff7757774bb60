#include "platform/crypto/uuid.hpp"

#include <gtest/gtest.h>

namespace horenso::crypto {
namespace {

TEST(Uuid, GivenCanonicalText_WhenParsedAndWritten_ThenItIsTheSame) {
    for (auto text :
         {"f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "00000000-0000-0000-0000-000000000000",
          "ffffffff-ffff-ffff-ffff-ffffffffffff"}) {
        auto const uuid = parse_uuid(text);
        ASSERT_TRUE(uuid) << text;
        EXPECT_EQ(uuid_text(*uuid), text);
    }
    EXPECT_EQ((*parse_uuid("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))[0], 0xF8);
    EXPECT_EQ((*parse_uuid("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"))[15], 0xF6);
}

TEST(Uuid, GivenAnyOtherSpelling_WhenParsed_ThenItIsRefused) {
    for (auto text :
         {"", "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6", "f81d4fae7dec11d0a76500a0c91e6bf6",
          "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}", "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
          "f81d4fae-7dec-11d0-a765-00a0c91e6bf6 ", "g81d4fae-7dec-11d0-a765-00a0c91e6bf6",
          "f81d4fae-7dec-11d0-a76500-a0c91e6bf6", "f81d4fae-7dec-11d0-a765_00a0c91e6bf6"})
        EXPECT_EQ(parse_uuid(text), std::nullopt) << text;
}

}  // namespace
}  // namespace horenso::crypto
