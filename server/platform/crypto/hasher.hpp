#pragma once
#include <cstddef>
#include <string>

#include "platform/base/pool.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/crypto/password.hpp"

namespace horenso::crypto {

/// Hashes passwords on a few threads of its own, so that no loop stands still and no flood of
/// sign-ins takes all memory. May be used from several loops; every call goes on where it was called.
/// A call that finds no place is refused at once with 503 `crypto.busy`.
///
/// Must be gone before the loops are. Its destructor waits for the hashing under way and refuses
/// what still waits.
class Hasher {
public:
    using Limits = Pool::Limits;

    explicit Hasher(Cost cost);
    Hasher(Cost cost, Limits limits);

    /// The text to keep for `password`. Throws std::bad_alloc if memory is short.
    Task<Result<std::string>> hash(std::string password);

    /// True if `stored` was made from `password`.
    Task<Result<bool>> verify(std::string password, std::string stored);

    /// True if `stored` was made at another cost than this hasher's.
    bool needs_rehash(std::string const& stored) const;

private:
    Cost cost_;
    Pool pool_;
};

}  // namespace horenso::crypto
