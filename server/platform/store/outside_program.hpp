#pragma once
#include <string>
#include <vector>

#include "platform/store/whole_store.hpp"

namespace horenso {

/// How a program ended.
struct ProgramEnd {
    bool was_found = false;
    int code = -1;     ///< 0: well; negative: the signal that ended it
    std::string said;  ///< the end of its standard error
};

/// Runs a program from PATH, without a shell, and waits. It gets `environment` ("NAME=value") and no
/// open file but its standard error; where `stop` is set it is ended. Throws std::system_error if it
/// can't be started although it is there.
ProgramEnd run_program(std::vector<std::string> const& words,
                       std::vector<std::string> const& environment, StopFlag const& stop);

}  // namespace horenso
