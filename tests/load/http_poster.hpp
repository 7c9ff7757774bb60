#pragma once
#include <cstdint>
#include <random>
#include <string>

#include "load/connection.hpp"
#include "load/payload.hpp"
#include "load/plan.hpp"

namespace horenso::load {

/// Posts one message after the other over a kept-alive HTTP connection, as one member of one room.
/// The request is made once; only the stamp and the client's key change.
class HttpPoster {
public:
    HttpPoster(Address const& address, std::string const& room, std::string const& cookie);

    int socket() const { return connection_.socket(); }

    void post(Stamp const& stamp);

    /// Reads what has come. True when the answer to the last post is whole. Throws with the answer
    /// when it isn't 201.
    bool receive();

private:
    Connection connection_;
    std::string request_;
    std::size_t stamp_at_ = 0;
    std::size_t key_at_ = 0;
    std::mt19937_64 random_{std::random_device{}()};  ///< for keys as scattered as real ones
};

}  // namespace horenso::load
