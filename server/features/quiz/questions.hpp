#pragma once
#include <map>
#include <span>
#include <string>

#include "features/quiz/quiz.hpp"
#include "platform/base/embedded.hpp"
#include "platform/base/json_writer.hpp"

namespace horenso::quiz {

inline constexpr std::size_t questions_a_year = 5;

/// 422 `quiz.bad_questions` unless there are five, each with two to four choices, and no text is blank or too long.
std::optional<Problem> refuse_questions(std::vector<Question> const& questions);

/// Five questions for each preset, by its id. Throws std::runtime_error for a file that is broken.
std::map<std::string, std::vector<Question>, std::less<>> read_presets(
    std::span<embedded::File const> files);

/// QuizQuestions of api/quiz.yaml, as an array.
void write_questions(json::Writer& out, std::vector<Question> const& questions);
std::string to_json(std::vector<Question> const& questions);
/// What `to_json` wrote.
std::vector<Question> from_json(std::string_view json);

}  // namespace horenso::quiz
