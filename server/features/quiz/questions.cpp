#include "features/quiz/questions.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <stdexcept>

#include "features/quiz/http.hpp"
#include "platform/text/limits.hpp"

namespace horenso::quiz {
namespace {

constexpr text::Limits text_limits{.graphemes = 200, .bytes = 4 * 1024};
constexpr text::Limits choice_limits{.graphemes = 100, .bytes = 2 * 1024};
constexpr text::Limits why_limits{.graphemes = 400, .bytes = 8 * 1024};
constexpr std::size_t fewest_choices = 2;
constexpr std::size_t most_choices = 4;
constexpr std::string_view folder = "features/quiz/presets/";
constexpr std::string_view ending = ".toml";

bool is_good(Question const& one) {
    auto const is_choice = [](std::string const& choice) {
        return !text::what_is_wrong(choice, choice_limits);
    };
    return !text::what_is_wrong(one.text, text_limits) &&
           !text::what_is_wrong(one.why, why_limits) && one.choices.size() >= fewest_choices &&
           one.choices.size() <= most_choices && std::ranges::all_of(one.choices, is_choice) &&
           one.right >= 0 && static_cast<std::size_t>(one.right) < one.choices.size();
}

Question question_of(toml::table const& table) {
    Question read{.text = table["text"].value_or(std::string{}),
                  .choices = {},
                  .right = table["right"].value_or(std::int64_t{-1}),
                  .why = table["why"].value_or(std::string{})};
    if (auto const* choices = table["choices"].as_array())
        for (auto const& one : *choices) read.choices.push_back(one.value_or(std::string{}));
    return read;
}

}  // namespace

std::optional<Problem> refuse_questions(std::vector<Question> const& questions) {
    if (questions.size() == questions_a_year && std::ranges::all_of(questions, is_good))
        return std::nullopt;
    return Problem{.status = 422, .code = "quiz.bad_questions"};
}

std::map<std::string, std::vector<Question>, std::less<>> read_presets(
    std::span<embedded::File const> files) {
    std::map<std::string, std::vector<Question>, std::less<>> presets;
    for (auto const& file : files) {
        if (!file.path.starts_with(folder)) continue;
        auto const read = toml::parse(file.bytes, file.path);
        std::vector<Question> questions;
        if (auto const* list = read["question"].as_array())
            for (auto const& node : *list)
                if (auto const* table = node.as_table()) questions.push_back(question_of(*table));
        if (refuse_questions(questions))
            throw std::runtime_error{std::string{file.path} + ": expected five good questions"};
        auto id = file.path.substr(folder.size());
        id.remove_suffix(ending.size());
        presets.emplace(id, std::move(questions));
    }
    return presets;
}

void write_questions(json::Writer& out, std::vector<Question> const& questions) {
    out.open_array();
    for (auto const& one : questions) {
        out.open_object().field("text", one.text).key("choices").open_array();
        for (auto const& choice : one.choices) out.value(choice);
        out.close_array().field("right", one.right).field("why", one.why).close_object();
    }
    out.close_array();
}

std::string to_json(std::vector<Question> const& questions) {
    json::Writer out;
    write_questions(out.open_object().key("questions"), questions);
    out.close_object();
    return out.take();
}

std::vector<Question> from_json(std::string_view text) {
    auto read = json::read<QuestionsBody>(text);
    if (!read) throw std::runtime_error{"quiz_edition holds what is no list of questions"};
    return std::move(read->questions);
}

}  // namespace horenso::quiz
