#pragma once

namespace horenso::crypto {

/// Makes the library behind this folder ready: `main` calls it before anything else here is used, and
/// so do tests. Calling it again does nothing. Throws std::runtime_error if the machine gives no
/// random numbers.
void start();

}  // namespace horenso::crypto
