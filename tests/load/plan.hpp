#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "load/connection.hpp"

namespace horenso::load {

/// Which server is driven: the product posts by HTTP and tells by WebSocket; the raw server and its
/// peers take posts over the members' own sockets.
enum class Target { product, sockets };

/// Who talks where.
struct Plan {
    struct Room {
        std::string id;
        std::vector<std::string>
            cookies;  ///< one per member; empty texts for servers without sign-in
    };
    Target target = Target::sockets;
    Address address;
    std::vector<Room> rooms;

    std::size_t members() const;
};

/// Reads rooms from a file of lines: `room ID`, then `member COOKIE` for each of its members.
std::vector<Plan::Room> read_rooms(std::filesystem::path const& file);

/// Rooms "1" to `rooms`, with `members` each, for servers that know neither rooms nor people.
std::vector<Plan::Room> make_rooms(std::size_t rooms, std::size_t members);

}  // namespace horenso::load
