#pragma once

namespace horenso::media {

/// From here on this process can calculate, read and write what is open, and end; nothing else, and only so
/// much of it. Ends the program if that can't be had.
void enter_jail();

/// Tries what must not be possible and prints a line for each; false if something was.
bool is_jailed();

}  // namespace horenso::media
