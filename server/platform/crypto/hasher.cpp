#include "platform/crypto/hasher.hpp"

namespace horenso::crypto {

// An office signs in together in the morning: who waits takes no memory, and waits some seconds.
Hasher::Hasher(Cost cost) : Hasher(cost, Limits{.threads = 2, .queue = 128}) {}
Hasher::Hasher(Cost cost, Limits limits) : cost_(cost), pool_(limits, "crypto.busy") {}

Task<Result<std::string>> Hasher::hash(std::string password) {
    return pool_.run<std::string>(
        [password = std::move(password), cost = cost_] { return hash_password(password, cost); });
}

Task<Result<bool>> Hasher::verify(std::string password, std::string stored) {
    return pool_.run<bool>([password = std::move(password), stored = std::move(stored)] {
        return is_password(password, stored);
    });
}

bool Hasher::needs_rehash(std::string const& stored) const {
    return crypto::needs_rehash(stored, cost_);
}

}  // namespace horenso::crypto
