// The list of clauses, and the presets that word them.
#include "services/policy/clauses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "platform/base/embedded.hpp"
#include "services/policy/finding.hpp"
#include "services/policy/preset.hpp"

namespace horenso::policy {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

std::string preset_text() {
    for (auto const& file : embedded::files())
        if (file.path == "services/policy/presets/shakyo.toml") return std::string{file.bytes};
    return {};
}

auto reading(std::string const& from, std::string const& to) {
    return [from, to] {
        auto text = preset_text();
        text.replace(text.find(from), from.size(), to);
        embedded::File const file{"services/policy/presets/broken.toml", text};
        return read_presets({&file, 1});
    };
}

TEST(Clauses, GivenTheGuideline_ThenSixtyTwoIdsAreThereOnceEach) {
    std::set<std::string> ids;
    for (auto const& clause : clauses()) ids.insert(clause.id.text());
    EXPECT_EQ(ids.size(), 62u);
    EXPECT_EQ(clauses().size(), 62u);
}

TEST(Clauses, GivenAClauseDecidedByAnother_ThenItsMeasuresAreTheOthers) {
    auto const& b9 = *find_clause("B9");
    EXPECT_EQ(measures_of(b9).size(), 2u);
    EXPECT_TRUE(find_measure(b9, "my_number")->is_fixed());
}

TEST(Clauses, GivenEveryRule_ThenItsClauseHasItsMeasure) {
    for (auto const& rule : rules()) {
        ASSERT_NE(find_clause(rule.clause.text()), nullptr) << rule.clause.text();
        EXPECT_NE(find_measure(*find_clause(rule.clause.text()), rule.measure.text()), nullptr);
    }
}

TEST(Presets, GivenShakyo_ThenEveryClauseIsWordedAndSet) {
    auto const presets = read_presets(embedded::files());
    auto const& shakyo = presets.at("shakyo");
    EXPECT_EQ(shakyo.clause("B6").modes.at("main"), Mode::confirm);
    EXPECT_EQ(shakyo.clause("2.5.a").modes.at("my_number"), Mode::block);
    EXPECT_EQ(shakyo.clause("5.3").parameter, 200);
    EXPECT_FALSE(shakyo.clause("7.2").differs.empty());
    EXPECT_EQ(shakyo.amended_on, std::vector<std::string>{"2023-02-03"});
}

TEST(Presets, GivenAMistake_WhenRead_ThenFileLineAndReasonAreNamed) {
    EXPECT_THAT(reading("id = \"B2\"", "id = \"B3\""),
                ThrowsMessage<std::runtime_error>(HasSubstr("expected clause B2")));
    EXPECT_THAT(reading("modes = { main = \"on\", note = \"hint\", urgent = \"off\" }",
                        "modes = { main = \"on\" }"),
                ThrowsMessage<std::runtime_error>(HasSubstr("expected a mode for note")));
    EXPECT_THAT(reading("modes = { main = \"on\", note = \"hint\", urgent = \"off\" }",
                        "modes = { main = \"block\", note = \"hint\" }"),
                ThrowsMessage<std::runtime_error>(HasSubstr("can't have this mode")));
    EXPECT_THAT(reading("characters = 13", "characters = 1300"),
                ThrowsMessage<std::runtime_error>(HasSubstr("parameters with characters")));
    EXPECT_THAT(reading("kept_by = \"people\"", "kept_by = \"nobody\""),
                ThrowsMessage<std::runtime_error>(HasSubstr("broken.toml:")));
}

TEST(Modes, GivenTheirText_WhenReadBack_ThenTheyAreTheSame) {
    for (auto const& clause : clauses())
        for (auto const& measure : measures_of(clause))
            EXPECT_EQ(modes_of(modes_text(measure.modes)), measure.modes);
    EXPECT_EQ(modes_of("hint loud"), std::nullopt);
    EXPECT_EQ(modes_of(""), Modes{});
}

}  // namespace
}  // namespace horenso::policy
