#include "platform/base/json_writer.hpp"

#include <boost/json.hpp>
#include <gtest/gtest.h>

namespace horenso::json {
namespace {

TEST(JsonWriter, GivenNestedValues_WhenWritten_ThenCommasAndBracesAreRight) {
    Writer w;
    w.open_object().field("a", 1).field("b", "x").key("c").open_array().value(true).value(
        Id<struct T>{7});
    w.open_object().close_object().close_array().field("d", false).close_object();
    EXPECT_EQ(w.take(), R"({"a":1,"b":"x","c":[true,"7",{}],"d":false})");
}

TEST(JsonWriter, GivenEveryByteBelowSpaceAndQuotes_WhenWritten_ThenAParserReadsTheSameText) {
    std::string text = "葛󠄀\"\\/ﾊﾟ";
    for (char c = 0; c < 0x20; ++c) text += c;
    text += '\x7f';
    Writer w;
    w.value(text);
    EXPECT_EQ(boost::json::value_to<std::string>(boost::json::parse(w.take())), text);
}

}  // namespace
}  // namespace horenso::json
