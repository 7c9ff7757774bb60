#include "platform/crypto/crypto.hpp"

#include <sodium.h>

#include <stdexcept>

namespace horenso::crypto {

void start() {
    if (sodium_init() < 0) throw std::runtime_error{"libsodium could not be initialised"};
}

}  // namespace horenso::crypto
