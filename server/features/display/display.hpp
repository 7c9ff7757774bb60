#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "services/access/access.hpp"
#include "services/hours/hours.hpp"

namespace horenso::display {

/// Whether somebody is at work now. Why somebody is not there stands on no wall.
enum class State {
    working,
    away,  ///< at another time of this day
    off,   ///< not today: a day off, or on leave
};
std::string_view word_of(State state);

struct PersonNow {
    std::string name;
    std::string department;
    State state = State::off;
    friend bool operator==(PersonNow const&, PersonNow const&) = default;
};

/// What a screen on a wall shows.
struct Board {
    std::string name;
    std::string department;  ///< empty: the whole organisation
    Instant now = {};        ///< by the server's clock
    Date today = {};
    std::string day_name = {};  ///< of a day that is not an ordinary one
    std::optional<hours::Span> working_today = {};
    std::vector<PersonNow> people = {};
    std::int64_t more = 0;  ///< people that are left out
};

/// The picture of a wall display (clause 3.3): all that one may ask for.
class Boards {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        hours::Hours const& hours;
        access::Displays const& displays;
    };
    explicit Boards(Needs needs) : needs_(needs) {}

    /// Those who have a post in the display's department, or in one that is a part of it; in kana order. Refuses as
    /// `Displays::enter`.
    Task<Result<Board>> board(access::DisplayKnock knock) const;

private:
    Board board_of(Tx& tx, access::AtDisplay const& at) const;
    Needs needs_;
};

/// The route of what a display shows (api/displays.yaml).
void add_routes(net::Router& router, Boards const& boards);

}  // namespace horenso::display
