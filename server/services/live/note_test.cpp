#include "services/live/note.hpp"

#include <gmock/gmock.h>

namespace horenso::live {
namespace {

Stream const room{OrgId{1}, "room", 10};

std::string_view known_kind(std::string_view name) {
    for (std::string_view const kind : {"room", "person"})
        if (kind == name) return kind;
    return {};
}

std::vector<Told> there_and_back(std::vector<Told> told, std::size_t most_bytes) {
    std::vector<Told> back;
    for (auto const& note : write_notes("here", in_steps(std::move(told)), most_bytes)) {
        EXPECT_LE(note.size(), most_bytes);
        for (auto& one : read_note("there", note, known_kind)) back.push_back(std::move(one));
    }
    return back;
}

std::string everything(Told const& t) {
    return std::to_string(static_cast<int>(t.what)) + ' ' + t.stream.name() + ' ' +
           std::to_string(t.stream.org.value) + ' ' + std::to_string(t.version) + ' ' +
           std::to_string(t.person) + ' ' + std::to_string(t.session) + ' ' + t.json;
}

TEST(LiveNote, GivenEveryKindOfNews_WhenWrittenAndRead_ThenItIsTheSame) {
    std::vector<Told> const all{
        {.stream = room, .version = 7, .json = R"({"body":"改行\n「"}🙇)"},
        {.what = Told::What::refresh, .stream = room, .version = 8},
        {.what = Told::What::reader_joined, .stream = room, .version = 9, .person = 3},
        {.what = Told::What::reader_left, .stream = room, .version = 10, .person = 4},
        {.what = Told::What::access_ended,
         .stream = {OrgId{2}, "person", 5},
         .person = 5,
         .session = 9'007'199'254'740'993}};
    auto const back = there_and_back(all, 7'900);
    ASSERT_EQ(back.size(), all.size());
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(everything(back[i]), everything(all[i]));
}

TEST(LiveNote, GivenMoreThanANoteHolds_WhenWritten_ThenEachNoteIsSmallAndWhatBelongsTogetherStays) {
    std::vector<Told> all;
    for (std::int64_t v = 1; v <= 60; ++v) {
        all.push_back({.what = Told::What::reader_left, .stream = room, .version = v, .person = 1});
        all.push_back({.stream = room, .version = v, .json = std::string(100, 'x')});
    }
    std::size_t notes = 0;
    for (auto const& note : write_notes("here", in_steps(std::move(all)), 1'000)) {
        ++notes;
        auto const told = read_note("there", note, known_kind);
        EXPECT_EQ(told.size() % 2, 0u);
    }
    EXPECT_GT(notes, 5u);
}

TEST(LiveNote, GivenAnEventTooLong_WhenWritten_ThenOnlyItsVersionTravels) {
    auto const back =
        there_and_back({{.stream = room, .version = 7, .json = std::string(2'000, 'x')}}, 1'000);
    ASSERT_EQ(back.size(), 1u);
    EXPECT_EQ(back[0].version, 7);
    EXPECT_EQ(back[0].json, "");
}

TEST(LiveNote, GivenANoteOfItsOwn_WhenHeard_ThenThereIsNothingNew) {
    auto const notes = write_notes("here", {{{.stream = room, .version = 7, .json = "{}"}}}, 7'900);
    EXPECT_TRUE(read_note("here", notes.at(0), known_kind).empty());
    EXPECT_FALSE(read_note("there", notes.at(0), known_kind).empty());
}

TEST(LiveNote, GivenAStreamOfANewerProgram_WhenHeardOf_ThenTheRestIsStillRead) {
    auto const back =
        there_and_back({{.stream = {OrgId{1}, "board", 1}, .version = 1, .json = "{}"},
                        {.stream = room, .version = 7, .json = "{}"}},
                       7'900);
    ASSERT_EQ(back.size(), 1u);
    EXPECT_EQ(back[0].stream, room);
}

TEST(LiveNote, GivenWhatIsNoNote_WhenHeard_ThenNothingComesOfIt) {
    for (std::string_view const text :
         {"", "x", "{}", "[]", R"({"told":3})", R"({"from":"x","told":[1,{"k":5}]})"})
        EXPECT_TRUE(read_note("there", text, known_kind).empty()) << text;
}

}  // namespace
}  // namespace horenso::live
