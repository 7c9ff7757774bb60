#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "features/talk/ids.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/access.hpp"
#include "services/directory/ids.hpp"
#include "services/live/live.hpp"

namespace horenso::talk {

/// Who finds a group: members only, or everybody (公開, clause 6.1). What is said in it is for members either way.
enum class Visibility { unlisted, listed };

/// What a group is besides a room.
struct Group {
    Visibility visibility = Visibility::unlisted;
    std::string purpose = {};                 ///< of a listed group never empty
    std::optional<std::string> ends_on = {};  ///< "2026-12-25": when it will have done its work
    bool shows_past = true;                   ///< to those who come
    std::optional<PersonId> deputy = {};      ///< the second master
    std::int64_t edited = 0;                  ///< how often name, purpose and the like were changed
    friend bool operator==(Group const&, Group const&) = default;
};

/// Somebody would like to come into a listed group.
struct JoinRequest {
    PersonId person;
    std::string words;  ///< why, if they said it
    Instant asked_at;
    std::optional<Instant> declined_at = {};
    friend bool operator==(JoinRequest const&, JoinRequest const&) = default;
};

/// A listed group as everybody in the organisation finds it.
struct ListedGroup {
    RoomId id;
    std::string name;
    std::string purpose;
    std::optional<std::string> ends_on = {};
    PersonId master;
    std::optional<PersonId> deputy = {};
    std::vector<PersonId> members = {};
    std::optional<JoinRequest> mine = {};  ///< what the viewer asked
};

/// How somebody came in.
enum class Came {
    before,  ///< it wasn't written down then
    made,    ///< the group
    added,
    asked,
    placed,  ///< by the directory, in an automatic room: its origin says why
};

/// That somebody is in a room, and why.
struct Membership {
    PersonId person;
    Came came = Came::before;
    std::optional<PersonId> by = {};  ///< who added them, or said yes
    Instant at;
    friend bool operator==(Membership const&, Membership const&) = default;
};

/// What is to stand of a group from now on.
struct GroupChange {
    std::string name;
    Group group;              ///< its deputy is left as it is
    std::int64_t edited = 0;  ///< of the group that was looked at
};

/// Tells everybody in the organisation that listed groups are others.
Stream groups_stream(OrgId org);

/// Groups that people make for what they do together (clauses 6.1, 6.2): a master, perhaps a deputy, a purpose. For
/// rooms of others 404 `talk.room_not_found`; for a direct room 409 `talk.direct_is_for_two`, for an automatic one 409
/// `talk.automatic_room`, whoever of its members asks.
class Groups {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
    };
    explicit Groups(Needs needs) : needs_(needs) {}

    /// All listed groups that have members, by name.
    Task<std::vector<ListedGroup>> listed(Viewer const& viewer) const;
    /// Who is in a room and why, those of longest standing first.
    Task<Result<std::vector<Membership>>> members(Viewer const& viewer, RoomId room) const;

    /// By master or deputy, else 403 `talk.not_master`. 409 `talk.group_changed` if somebody else changed it since; 422
    /// `talk.bad_room_name`, `talk.bad_purpose`, `talk.purpose_missing`, `talk.bad_end`. A group that is listed no more
    /// is asked by nobody: open requests end.
    Task<Result<Done>> set(Viewer const& viewer, RoomId room, GroupChange change);

    /// By the master alone, else 403 `talk.only_master`; 404 `talk.not_a_member`.
    enum class Then { stay, leave };
    Task<Result<Done>> hand_over(Viewer const& viewer, RoomId room, PersonId successor, Then then);
    Task<Result<Done>> set_deputy(Viewer const& viewer, RoomId room,
                                  std::optional<PersonId> deputy);

    /// Asks to come into a listed group; a group that isn't listed isn't there. `words`: 200 characters at most, 422
    /// `talk.bad_words`. Asking again changes the words, or asks anew after a no. Whoever is in already is.
    Task<Result<Done>> ask(Viewer const& viewer, RoomId room, std::string words);
    /// 404 `talk.request_not_found` if there is none.
    Task<Result<Done>> take_back(Viewer const& viewer, RoomId room);
    /// By master or deputy. A yes to somebody who is in already changes nothing; a request that is no longer open is 404
    /// `talk.request_not_found`, one of somebody who is on leave now 409 `talk.asker_away`.
    enum class Answer { yes, no };
    Task<Result<Done>> answer(Viewer const& viewer, RoomId room, PersonId person, Answer answer);

    static live::Source source();

private:
    Needs needs_;
};

/// The routes of api/groups.yaml.
void add_routes(net::Router& router, access::Door const& door, Groups& groups);

}  // namespace horenso::talk
