#pragma once

namespace horenso::app {

/// The command line. Gives the exit code: 0 done, 1 refused or failed (the reason is on standard error),
/// 2 a command or option that isn't understood.
int run_command_line(int argc, char const* const* argv, char const* const* environment);

}  // namespace horenso::app
