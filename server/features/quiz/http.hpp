#pragma once
#include "features/quiz/quiz.hpp"
#include "platform/base/json.hpp"

namespace horenso::quiz {

BOOST_DESCRIBE_STRUCT(Question, (), (text, choices, right, why))

/// What `set_questions` is asked with, and what is stored (there without a version).
struct QuestionsBody {
    std::optional<std::int64_t> version;
    std::vector<Question> questions;
};
BOOST_DESCRIBE_STRUCT(QuestionsBody, (), (version, questions))

}  // namespace horenso::quiz
