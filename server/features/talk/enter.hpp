#pragma once
#include "features/talk/talk.hpp"

namespace horenso::talk {

/// Proof that the viewer is a member of the room, good for the transaction it was made in.
class Entered {
public:
    OrgId org() const { return org_; }
    RoomId room() const { return room_; }
    PersonId person() const { return person_; }
    RoomKind kind() const { return kind_; }
    PersonId master() const { return master_; }
    std::optional<PersonId> deputy() const { return deputy_; }
    /// Is master, or the master's deputy.
    bool leads() const { return person_ == master_ || person_ == deputy_; }
    std::int64_t from_seq() const { return from_seq_; }
    std::int64_t read_seq() const { return read_seq_; }
    Stream stream() const { return room_stream(org_, room_); }
    Stream marks() const { return marks_stream(org_, room_); }

private:
    friend Result<Entered> enter(Tx&, Viewer const&, RoomId);
    friend Result<Entered> enter_to_write(Tx&, Viewer const&, RoomId);
    static Result<Entered> from(Rows row, Viewer const& viewer, RoomId room);
    Entered() = default;

    OrgId org_;
    RoomId room_;
    PersonId person_;
    RoomKind kind_ = RoomKind::group;
    PersonId master_;
    std::optional<PersonId> deputy_;
    std::int64_t from_seq_ = 0;
    std::int64_t read_seq_ = 0;
};

/// To look: 404 `talk.room_not_found` for whoever isn't a member.
Result<Entered> enter(Tx& tx, Viewer const& viewer, RoomId room);

/// To change something: also locks the room's counters and the membership until the end of the
/// transaction, so that nobody is taken out between this check and the commit.
Result<Entered> enter_to_write(Tx& tx, Viewer const& viewer, RoomId room);

/// The same for what depends on who is master: read anew under the lock, since PostgreSQL reads a row that it doesn't
/// lock as it was before the wait.
Result<Entered> enter_to_change(Tx& tx, Viewer const& viewer, RoomId room);

/// 409 `talk.other_retired` in a direct room whose other person is gone (clause 3.9): nobody would read it.
std::optional<Problem> refuse_alone(Tx& tx, Entered const& in);

/// Names and numbers of kinds in the store and on the wire.
std::string_view kind_name(RoomKind kind);
RoomKind kind_of(std::string_view name);

}  // namespace horenso::talk
