#pragma once
#include <string>

#include "app/config.hpp"
#include "app/control_client.hpp"
#include "platform/base/problem.hpp"

namespace horenso::app {

/// Throws Config::Bad if nobody said where the data lies.
void require_data(Config const& config);

/// Asks the running server; without one, runs it just for this question.
Answer ask(Config const& config, std::string const& target, std::string const& type,
           std::string const& body);

/// Prints why something was refused, every bad field with its reason. Gives the exit code: 1.
int refused(Answer const& answer);
int refused(Problem const& problem);

}  // namespace horenso::app
