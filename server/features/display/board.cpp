#include <algorithm>
#include <set>

#include "features/display/display.hpp"

namespace horenso::display {
namespace {

constexpr std::size_t most_people = 200;

using Names = std::set<std::string, std::less<>>;

/// The department and all that is part of it; each stands behind what it is part of.
Names with_parts(Tx& tx, OrgId org, std::string const& department) {
    Names names{department};
    for (auto const& one : directory::departments_of(tx, org))
        if (names.contains(one.parent)) names.insert(one.name);
    return names;
}

bool is_of(directory::Person const& person, Names const& departments) {
    return departments.contains(person.department) ||
           std::ranges::any_of(person.posts, [&](directory::Post const& post) {
               return departments.contains(post.department);
           });
}

std::vector<directory::Person> people_of(Tx& tx, access::AtDisplay const& at) {
    bool const is_all = at.department().empty();
    auto const departments = is_all ? Names{} : with_parts(tx, at.org(), at.department());
    auto people = directory::people_since(tx, at.org(), 0);
    std::erase_if(people, [&](directory::Person const& person) {
        return person.retired || (!is_all && !is_of(person, departments));
    });
    return people;
}

State state_of(hours::Calendar const& calendar, PersonId person, Date const& today, Instant now) {
    if (calendar.is_open(person, now)) return State::working;
    return calendar.operating(person, today) ? State::away : State::off;
}

}  // namespace

std::string_view word_of(State state) {
    switch (state) {
        case State::working: return "working";
        case State::away: return "away";
        case State::off: break;
    }
    return "off";
}

Board Boards::board_of(Tx& tx, access::AtDisplay const& at) const {
    auto people = people_of(tx, at);
    Board board{.name = at.name(), .department = at.department(), .now = needs_.clock.now()};
    if (people.size() > most_people) {
        board.more = static_cast<std::int64_t>(people.size() - most_people);
        people.resize(most_people);
    }
    std::vector<PersonId> ids;
    for (auto const& person : people) ids.push_back(person.id);
    auto const calendar = needs_.hours.calendar(tx, at.org(), ids);
    board.today = local_date(board.now);
    board.day_name = calendar.day_name(at.department(), board.today);
    board.working_today = calendar.working(at.department(), board.today);
    for (auto& person : people)
        board.people.push_back({std::move(person.name), std::move(person.department),
                                state_of(calendar, person.id, board.today, board.now)});
    return board;
}

Task<Result<Board>> Boards::board(access::DisplayKnock knock) const {
    std::optional<access::AtDisplay> entered;
    auto read = [&](Tx& tx) -> Result<Board> {
        auto const at = needs_.displays.enter(tx, knock);
        if (!at) return at.problem();
        entered = *at;
        return board_of(tx, *at);
    };
    auto board = co_await needs_.store.read(read);
    if (board) co_await needs_.displays.note_use(*entered);
    co_return board;
}

}  // namespace horenso::display
