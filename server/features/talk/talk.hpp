#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/talk/ids.hpp"
#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/access.hpp"
#include "services/directory/ids.hpp"
#include "services/live/live.hpp"

namespace horenso::talk {

enum class RoomKind { direct, group };

/// A message as it is kept. (room, seq) is its address for ever.
struct Message {
    RoomId room;
    std::int64_t seq = 0;      ///< dense in the room, from 1, in commit order
    std::int64_t version = 0;  ///< of the room's stream at its last change
    PersonId author;
    std::string body;
    std::string client_key;  ///< UUID, lower case
    Instant posted_at;
};

/// A room as one member sees it.
struct Room {
    RoomId id;
    RoomKind kind = RoomKind::group;
    std::string name;  ///< empty for a direct room
    PersonId master;
    Instant created_at;
    std::vector<PersonId> members;
    std::int64_t last_seq = 0;
    std::optional<Message> last;
    std::int64_t read_seq = 0;
    std::int64_t unread = 0;  ///< messages of others past the mark, counted to 100
};

struct NewRoom {
    RoomKind kind = RoomKind::group;
    std::string name;
    std::vector<PersonId> members;  ///< without the creator
    std::string client_key;
};

struct NewMessage {
    std::string body;
    std::string client_key;
};

/// How far a member has read.
struct Mark {
    PersonId person;
    std::int64_t seq = 0;
};

/// Who has read a message and when, and who has not; the author stands in neither.
struct Readers {
    struct Read {
        PersonId person;
        Instant at;
    };
    std::vector<Read> read;
    std::vector<PersonId> unread;
};

/// Which page of a room's history. Neither: the newest.
struct Page {
    std::optional<std::int64_t> before = {};
    std::optional<std::int64_t> after = {};
    std::int64_t limit = 40;
};

Stream room_stream(OrgId org, RoomId room);

/// Rooms and what is said in them. A room that isn't there and a room that isn't yours give the same
/// Problem: 404 `talk.room_not_found`.
class Talk {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
    };
    explicit Talk(Needs needs) : needs_(needs) {}

    /// The viewer's rooms, the newest word first.
    Task<std::vector<Room>> rooms(Viewer const& viewer);
    Task<Result<Room>> room(Viewer const& viewer, RoomId room);

    /// Opens a room with the viewer as master. Two people have one direct room: it is given back if it
    /// exists. The same client key again gives the first room; with another draft 422 `talk.key_reused`.
    Task<Result<Room>> create_room(Viewer const& viewer, NewRoom draft);

    /// Brings people into a group room; they see it from its beginning. Those who are in already stay.
    Task<Result<Room>> add_members(Viewer const& viewer, RoomId room, std::vector<PersonId> people);
    /// Leaves (`person` is the viewer) or, as master, takes somebody out of a group room. When the
    /// master leaves, the member of longest standing becomes master.
    Task<Result<Done>> remove_member(Viewer const& viewer, RoomId room, PersonId person);

    /// Keeps `draft` in `room` and tells the room. Text is kept as typed, byte for byte. The same client
    /// key again returns the message kept the first time; with another body 422 `talk.key_reused`.
    Task<Result<Message>> post(Viewer const& viewer, RoomId room, NewMessage draft);

    /// A page of history, oldest first.
    Task<Result<std::vector<Message>>> history(Viewer const& viewer, RoomId room, Page page);

    /// The viewer has read up to `seq` (clause 5.2). A mark never goes back, nor past the newest message.
    Task<Result<Done>> mark_read(Viewer const& viewer, RoomId room, std::int64_t seq);
    Task<Result<Readers>> readers(Viewer const& viewer, RoomId room, std::int64_t seq);

    /// Everybody's marks in a room as one event, for `live`, which sends it at most once a second.
    Task<std::string> marks_event(Stream stream);

    /// Rooms as streams, for /sync.
    static live::Source source();

private:
    Needs needs_;
};

/// The routes of this folder (api/talk.yaml).
void add_routes(net::Router& router, access::Door const& door, Talk& talk);

}  // namespace horenso::talk
