#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/org.hpp"

namespace horenso {

/// A thing with readers and a counter: a room, the directory, a person's own things. Every change
/// counts its version up inside the change's own transaction (`Tx::advance`), so that a client which
/// sees a hole in the versions knows that it missed something.
struct Stream {
    OrgId org;
    std::string_view kind;  ///< a literal: "room", "directory", "person"
    std::int64_t id = 0;

    /// "room:1234", as clients know it; "directory" for what there is one of (id 0).
    std::string name() const;
    friend bool operator==(Stream const&, Stream const&) = default;
};

/// 1234 of "room:1234" for the kind "room"; nullopt for every other name.
std::optional<std::int64_t> id_in(std::string_view name, std::string_view kind);

/// Where a stream stands.
struct Head {
    std::int64_t version = 0;  ///< counts every change, from 1
    std::int64_t seq = 0;      ///< counts places given out (`Tx::take_place`), dense, from 1
};

/// What a transaction tells the world once it is committed.
struct Told {
    enum class What {
        event,    ///< `json` goes to every reader of `stream`
        refresh,  ///< something of `stream` that is sent whole has changed; at most once a second
        reader_joined,  ///< `person` reads `stream` from here on
        reader_left,    ///< `person` reads `stream` no more
        access_ended,   ///< sockets of session `session` end (0: all of `person`'s)
    };
    What what = What::event;
    Stream stream;
    std::int64_t version = 0;  ///< of the stream after the change; 0: not counted (may be missed)
    std::string json = {};     ///< one event as a JSON object, ready to be framed
    std::int64_t person = 0;
    std::int64_t session = 0;
};

}  // namespace horenso

template <>
struct std::hash<horenso::Stream> {
    std::size_t operator()(horenso::Stream const& s) const noexcept {
        return std::hash<std::int64_t>{}(s.id * 31 + s.org.value) ^
               std::hash<std::string_view>{}(s.kind);
    }
};
