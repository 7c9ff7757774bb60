#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/talk/figures.hpp"
#include "features/talk/groups.hpp"
#include "features/talk/ids.hpp"
#include "features/talk/later.hpp"
#include "features/talk/reviews.hpp"
#include "features/talk/staff_rooms.hpp"
#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/access.hpp"
#include "services/directory/ids.hpp"
#include "services/hours/hours.hpp"
#include "services/jobs/jobs.hpp"
#include "services/live/live.hpp"
#include "services/notify/notify.hpp"
#include "services/policy/policy.hpp"

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
    std::optional<std::string> urgent = {};  ///< the reason, if it rings at once (clause B3)
};

/// A room as one member sees it.
struct Room {
    RoomId id;
    RoomKind kind = RoomKind::group;
    std::string name;  ///< empty for a direct room
    PersonId master;   ///< nobody's id in an automatic room
    Instant created_at;
    std::vector<PersonId> members;
    std::int64_t from_seq = 1;  ///< the first place that the member may see
    std::int64_t last_seq = 0;
    std::optional<Message> last;
    std::int64_t read_seq = 0;
    std::int64_t unread = 0;                 ///< messages of others past the mark, counted to 100
    Group group = {};                        ///< of a direct or automatic room nothing
    std::vector<JoinRequest> requests = {};  ///< open ones, for whoever leads the group
    std::optional<Origin> origin =
        {};  ///< an automatic room (clause 5.4): who is in follows from it
};

struct NewRoom {
    RoomKind kind = RoomKind::group;
    std::string name;
    std::vector<PersonId> members;  ///< without the creator
    std::string client_key;
    Group group = {};  ///< without a deputy
};

struct NewMessage {
    std::string body;
    std::string client_key;
    std::optional<std::string> acknowledgement =
        {};                                  ///< of what the guideline asked about (clause B6)
    std::optional<std::string> urgent = {};  ///< 緊急, and why (clause B3)
};

/// How far a member has read. It begins at `joined_seq`, so that nothing old is unread.
struct Mark {
    PersonId person;
    std::int64_t seq = 0;
    std::int64_t joined_seq = 0;  ///< the newest message when the member came
};

/// Who has read a message and when, and who has not. In neither: the author, whoever became a
/// member when the message was there already, and who has not read it and is on leave (clause B5).
struct Readers {
    struct Read {
        PersonId person;
        std::optional<Instant> at;  ///< unless it was outside the reader's hours (clause B3)
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

/// A room that has lost something, or has too much.
struct BrokenRoom {
    OrgId org;
    RoomId room;
    std::int64_t counter = 0;   ///< the last place given out
    std::int64_t messages = 0;  ///< how many there are
    std::int64_t newest = 0;    ///< the last place there is
};

Stream room_stream(OrgId org, RoomId room);
/// Its version counts what changes in the marks of the room.
Stream marks_stream(OrgId org, RoomId room);

/// Rooms and what is said in them. A room that isn't there and a room that isn't yours give the same
/// Problem: 404 `talk.room_not_found`.
class Talk {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        policy::Policy const& policy;
        hours::Hours const& hours;
    };
    explicit Talk(Needs needs) : needs_(needs) {}

    /// The viewer's rooms, the newest word first.
    Task<std::vector<Room>> rooms(Viewer const& viewer);
    Task<Result<Room>> room(Viewer const& viewer, RoomId room);

    /// Opens a room with the viewer as master. Two people have one direct room: it is given back if it
    /// exists. The same client key again gives the first room; with another draft 422 `talk.key_reused`.
    Task<Result<Room>> create_room(Viewer const& viewer, NewRoom draft);

    /// Brings people into a group room; whether they see its past, the group says. Those who are in already stay. Here
    /// and below: 409 `talk.automatic_room` (staff_rooms.hpp).
    Task<Result<Room>> add_members(Viewer const& viewer, RoomId room, std::vector<PersonId> people);
    /// Leaves (`person` is the viewer) or, as master or deputy, takes somebody out of a group room. A master doesn't
    /// leave others behind without a successor: 409 `talk.needs_successor`, see Groups::hand_over. Nobody takes out the
    /// master: 403 `talk.only_master`.
    Task<Result<Done>> remove_member(Viewer const& viewer, RoomId room, PersonId person);

    /// Keeps `draft` in `room` and tells the room. Text is kept as typed, byte for byte. The same client
    /// key again returns the message kept the first time; with another body 422 `talk.key_reused`. The
    /// guideline may refuse, or ask first (policy.hpp, `admit`). An urgent draft goes first, and what was found in it is
    /// recorded (clause B3); 403 `talk.may_not_be_urgent`.
    Task<Result<Message>> post(Viewer const& viewer, RoomId room, NewMessage draft);

    /// A page of history, oldest first.
    Task<Result<std::vector<Message>>> history(Viewer const& viewer, RoomId room, Page page);

    /// The viewer has read up to `seq` (clause 5.2). A mark never goes back, nor past the newest message.
    Task<Result<Done>> mark_read(Viewer const& viewer, RoomId room, std::int64_t seq);
    Task<Result<Readers>> readers(Viewer const& viewer, RoomId room, std::int64_t seq);

    /// For policy::Policy, which is asked what holds of a draft that somebody is writing: that a receiver is outside
    /// their operating time (clause B3, measure `note`).
    std::optional<policy::Finding> finding_in(Tx& tx, Viewer const& author,
                                              policy::Draft const& draft) const;

    /// Rooms of any organisation whose messages aren't one for each place up to the counter; with
    /// counter 0 also messages of no room. The first hundred. For `horenso verify`.
    Task<std::vector<BrokenRoom>> broken_rooms();

    /// Everybody's marks in a room as one event, for `live`, which sends it at most once a second.
    Task<Told> marks_event(Stream stream);

    /// Rooms, and the marks of each, as streams for /sync.
    static live::Source source();
    static live::Source marks_source();

private:
    Result<policy::Admitted> admit(Tx& tx, Viewer const& viewer, RoomId room,
                                   NewMessage const& draft, policy::Draft const& words,
                                   policy::Looked const& looked) const;
    std::optional<policy::Finding> receivers_outside(Tx& tx, Viewer const& author,
                                                     RoomId room) const;
    void hide_times_outside(Tx& tx, OrgId org, Readers& readers) const;
    Needs needs_;
};

using ReportId = Id<struct ReportTag>;

/// A message that somebody showed to the administrators (clause B8).
struct Report {
    struct Closed {
        PersonId by;
        Instant at;
        std::string outcome;
    };
    ReportId id;
    RoomId room;
    std::int64_t seq = 0;
    PersonId author;
    PersonId reporter;
    std::string reason;
    Instant reported_at;
    std::optional<Closed> closed = {};
};

/// A report with what was said around its message.
struct ReportContext {
    Report report;
    std::string room_name = {};  ///< empty for a direct room
    std::vector<PersonId> members = {};
    std::vector<Message> messages = {};  ///< up to five before and after
};

/// 通報: whoever reads a message may show it to the administrators, who read it in its context. That they did is
/// recorded.
class Reports {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        policy::Policy const& policy;
    };
    explicit Reports(Needs needs) : needs_(needs) {}

    /// Reasons and outcomes have 1 to 500 characters, else 422 `talk.bad_report`. The same message reported by the same
    /// person again is the first report. 403 `talk.reports_off` where clause B8 is off.
    Task<Result<ReportId>> report(Viewer const& viewer, RoomId room, std::int64_t seq,
                                  std::string reason);

    /// These are for whoever is permitted `reports`, 403. 404 `talk.report_not_found`.
    Task<Result<std::vector<Report>>> all(Viewer const& viewer) const;  ///< open ones first
    Task<Result<ReportContext>> open(Viewer const& viewer, ReportId id);
    /// What came of it. 409 `talk.report_closed` if somebody said it already.
    Task<Result<Done>> close(Viewer const& viewer, ReportId id, std::string outcome);

private:
    Needs needs_;
};

/// For notify::Notify: of each room at most the newest 200 messages are looked at.
std::vector<notify::Waiting> find_waiting(Tx& tx, OrgId org, PersonId person,
                                          hours::Opening during);

/// What somebody can see: group rooms by name, and all direct ones together, with their messages (clause 3.7).
std::vector<access::Seen> could_see(Tx& tx, OrgId org, PersonId person);

/// Takes somebody out of their groups, and deletes what they were going to say (clause 3.9). What they said stays.
std::vector<directory::Erased> erase_person(Tx& tx, OrgId org, PersonId person);

/// Groups that somebody is master of and who would be it next, reviews that wait for them, and how many messages they
/// have planned.
std::vector<directory::HandOver> carried_by(Tx& tx, OrgId org, PersonId person);

/// The routes of this folder (api/talk.yaml).
void add_routes(net::Router& router, access::Door const& door, Talk& talk);
/// The routes of api/later.yaml.
void add_routes(net::Router& router, access::Door const& door, LaterMessages& later);
/// The routes of api/reports.yaml.
void add_routes(net::Router& router, access::Door const& door, Reports& reports);
/// The routes of api/reviews.yaml.
void add_routes(net::Router& router, access::Door const& door, Reviews& reviews);

}  // namespace horenso::talk
