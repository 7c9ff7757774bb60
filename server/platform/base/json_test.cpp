#include "platform/base/json.hpp"

#include <gtest/gtest.h>

namespace horenso::json {
namespace {

struct Invitation {
    std::string name;
    std::vector<Id<struct GuestTag>> guests;
    std::optional<bool> is_late;
};
BOOST_DESCRIBE_STRUCT(Invitation, (), (name, guests, is_late))

using Named = std::vector<std::pair<std::string, std::string>>;

Named bad_fields(std::string_view text) {
    auto const read = json::read<Invitation>(text);
    Named named;
    if (!read)
        for (auto const& field : read.problem().fields) named.emplace_back(field.path, field.code);
    return named;
}

TEST(Json, GivenSeveralBadFields_WhenRead_ThenEachIsNamedByItsPath) {
    EXPECT_EQ(bad_fields(R"({"name": 1, "guests": ["x", "2", 3, "-4"], "is_late": "no"})"),
              (Named{{"name", "json.not_text"},
                     {"guests[0]", "json.not_id"},
                     {"guests[2]", "json.not_id"},
                     {"guests[3]", "json.not_id"},
                     {"is_late", "json.not_yes_or_no"}}));
}

TEST(Json, GivenMissingFields_WhenRead_ThenOnlyTheNeededAreNamed) {
    EXPECT_EQ(bad_fields("{}"), (Named{{"name", "json.missing"}, {"guests", "json.missing"}}));
}

TEST(Json, GivenUnknownFields_WhenRead_ThenTheyAreIgnored) {
    auto const read = json::read<Invitation>(R"({"name": "花見", "guests": ["1"], "more": {}})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->name, "花見");
    EXPECT_FALSE(read->is_late);
}

}  // namespace
}  // namespace horenso::json
