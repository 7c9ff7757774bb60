// Who of a room is outside their operating time (clause B3).
#include <algorithm>

#include "features/talk/enter.hpp"
#include "features/talk/rooms.hpp"

namespace horenso::talk {
namespace {

constexpr audit::Word clause{"B3"};
constexpr audit::Word note{"note"};
/// In larger rooms somebody is always away, so nobody is asked.
constexpr std::size_t most_receivers = 50;

std::vector<PersonId> receivers(Tx& tx, Viewer const& author, RoomId room) {
    auto people = read_members(tx, author.org, room);
    std::erase(people, author.person);
    return people;
}

}  // namespace

std::optional<policy::Finding> Talk::receivers_outside(Tx& tx, Viewer const& author,
                                                       RoomId room) const {
    auto const people = receivers(tx, author, room);
    if (people.empty() || people.size() > most_receivers) return std::nullopt;
    auto const now = needs_.clock.now();
    auto const calendar = needs_.hours.calendar(tx, author.org, people);
    auto const settings = needs_.policy.settings(tx, author.org);
    auto const is_outside = [&](PersonId person) {
        return settings.is_on(clause.text(), calendar.department_of(person)) &&
               !calendar.is_open(person, now);
    };
    if (std::ranges::none_of(people, is_outside)) return std::nullopt;
    return policy::Finding{clause, note, "talk.receivers_outside", {}};
}

std::optional<policy::Finding> Talk::finding_in(Tx& tx, Viewer const& author,
                                                policy::Draft const& draft) const {
    if (draft.kind != policy::DraftKind::message) return std::nullopt;
    auto const id = id_in(draft.place, "room");
    if (!id || !enter(tx, author, RoomId{*id})) return std::nullopt;
    return receivers_outside(tx, author, RoomId{*id});
}

}  // namespace horenso::talk
