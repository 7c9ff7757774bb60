// What the reader of JSON takes for JSON, and what for nothing.
#include <gtest/gtest.h>

#include "platform/base/json.hpp"

namespace horenso::json {
namespace {

struct Note {
    std::string text;
    std::optional<std::int64_t> number = {};
    std::optional<Id<struct NoteTag>> id = {};
};
BOOST_DESCRIBE_STRUCT(Note, (), (text, number, id))

std::string code_of(std::string_view text) {
    auto const note = read<Note>(text);
    return note ? "read" : note.problem().code;
}

std::string first_field(std::string_view text) {
    auto const note = read<Note>(text);
    if (note || note.problem().fields.empty()) return "none";
    return note.problem().fields[0].path + " " + note.problem().fields[0].code;
}

TEST(JsonMalformed, GivenTextThatIsNoJson_WhenRead_ThenMalformed) {
    for (auto const* text :
         {"", " ", "{", "}",
          R"({"text":"a"})"
          "x",
          R"({"text":"a",})", R"({text:"a"})", R"({'text':'a'})", R"({"text":"a)",
          R"({"text":NaN})", R"({"text":01})", R"({"text":"\x"})", R"({"text":"\u12"})",
          "{\"text\":\"a\nb\"}", R"(/* no */{"text":"a"})", "\xEF\xBB\xBF{\"text\":\"a\"}"})
        EXPECT_EQ(code_of(text), "json.malformed") << text;
}

TEST(JsonMalformed, GivenBytesThatAreNoUtf8_WhenRead_ThenMalformed) {
    for (std::string const bytes :
         {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE3\x81"})
        EXPECT_EQ(code_of("{\"text\":\"" + bytes + "\"}"), "json.malformed");
    EXPECT_EQ(code_of(R"({"text":"\ud800"})"), "json.malformed");
    EXPECT_EQ(code_of(R"({"text":"\udc00\ud800"})"), "json.malformed");
}

TEST(JsonMalformed, GivenEscapes_WhenRead_ThenTheCharacterItself) {
    EXPECT_EQ(read<Note>(R"({"text":"\ud842\udfb7野家\u0000"})")->text,
              std::string("𠮷野家\0", 11));
}

TEST(JsonMalformed, GivenNesting_WhenDeeperThan32_ThenMalformedWhateverItsLength) {
    auto const nested = [](std::size_t depth) {
        return R"({"text":"a","more":)" + std::string(depth, '[') + std::string(depth, ']') + "}";
    };
    EXPECT_EQ(code_of(nested(31)), "read");
    EXPECT_EQ(code_of(nested(33)), "json.malformed");
    EXPECT_EQ(code_of(nested(1'000'000)), "json.malformed");
    EXPECT_EQ(code_of(std::string(1'000'000, '[')), "json.malformed");
}

TEST(JsonMalformed, GivenKeyTwice_WhenRead_ThenTheLastOneCounts) {
    EXPECT_EQ(read<Note>(R"({"text":"first","text":"last"})")->text, "last");
}

TEST(JsonMalformed, GivenOtherThanAnObject_WhenRead_ThenTheWholeIsNamed) {
    for (auto const* text : {"[]", "null", "1", "\"text\"", "true"})
        EXPECT_EQ(first_field(text), " json.not_object") << text;
}

TEST(JsonMalformed, GivenNumber_WhenNotWholeOrTooLarge_ThenNamed) {
    EXPECT_EQ(read<Note>(R"({"text":"","number":-9223372036854775808})")->number, INT64_MIN);
    for (auto const* number :
         {"1.5", "1e400", "9223372036854775808", "-9223372036854775809", "\"1\"", "1.0"})
        EXPECT_EQ(first_field(std::string{R"({"text":"","number":)"} + number + "}"),
                  "number json.not_whole_number")
            << number;
}

TEST(JsonMalformed, GivenId_WhenNotADecimalString_ThenNamed) {
    EXPECT_EQ(read<Note>(R"({"text":"","id":"9223372036854775807"})")->id->value, INT64_MAX);
    for (auto const* id :
         {"0", "-1", "+1", " 1", "1 ", "1.0", "01", "0x1", "", "9223372036854775808", "１"})
        EXPECT_EQ(first_field(std::string{R"({"text":"","id":")"} + id + "\"}"), "id json.not_id")
            << id;
    EXPECT_EQ(first_field(R"({"text":"","id":1})"), "id json.not_id");
}

}  // namespace
}  // namespace horenso::json
