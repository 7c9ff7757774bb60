#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "platform/base/id_source.hpp"
#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/net/message.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/door.hpp"
#include "services/access/places.hpp"

namespace horenso {
using DisplayId = Id<struct DisplayTag>;
}

namespace horenso::access {

/// 壁掛け表示: a screen on a wall, as administrators see it (docs/adr/0024-displays.md).
struct Display {
    DisplayId id;
    std::string name;
    std::string department;                    ///< empty: the whole organisation
    std::optional<Instant> code_ends_at = {};  ///< there is a code that was not used yet
    std::optional<Instant> used_at = {};       ///< to five minutes; nothing: it was never opened
};

/// What it is called, and what it shows.
struct DisplayWish {
    std::string name;
    std::string department;
};

/// A one-time code that opens a display; shown once and kept as a hash.
struct DisplayCode {
    DisplayId id;
    std::string code;  ///< ABCD-EFGH-JKMN-PQRS-TUVW
    Instant expires_at;
};

/// A screen that was just opened. The cookie's value is kept nowhere.
struct OpenedDisplay {
    std::string cookie;
    std::string name;
};

/// A request of a screen that shows a display.
struct DisplayKnock {
    std::string cookie;
    std::string address;
};
DisplayKnock knock_of(net::Request const& request);
net::Header display_cookie_of(net::Request const& request, std::string_view value);

/// Proof that a display asks, good for the transaction it was made in. It is no Viewer and can't become one, so no
/// operation of people takes it: what a display may ask for takes this.
class AtDisplay {
public:
    OrgId org() const { return org_; }
    std::string const& name() const { return name_; }
    /// Empty: the whole organisation.
    std::string const& department() const { return department_; }

private:
    friend class Displays;
    AtDisplay(OrgId org, DisplayId id, Instant used_at) : org_(org), id_(id), used_at_(used_at) {}
    OrgId org_;
    DisplayId id_;
    Instant used_at_;
    std::string name_;
    std::string department_;
};

/// The screens on walls, which are nobody's (clause 3.3). Nothing is remembered of them between requests: one that is
/// ended is dead at its next, on every node.
class Displays {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        IdSource& ids;
        Access& access;
        FindDeviceRules rules = {};
    };
    explicit Displays(Needs needs) : needs_(std::move(needs)) {}

    /// These are for whoever is permitted `sign_in`, 403. A display that isn't there, or another organisation's: 404
    /// `access.no_such_display`.
    Task<Result<std::vector<Display>>> list(Viewer const& viewer) const;
    /// With its first code. 422 `access.bad_display_name`, `access.no_such_department`; 409
    /// `access.too_many_displays`.
    Task<Result<DisplayCode>> make(Viewer const& viewer, DisplayWish wish);
    Task<Result<Done>> change(Viewer const& viewer, DisplayId display, DisplayWish wish);
    /// Another code; what is open, and a code of before, are good no more.
    Task<Result<DisplayCode>> renew(Viewer const& viewer, DisplayId display);
    Task<Result<Done>> end(Viewer const& viewer, DisplayId display);

    /// `code` as typed; it is good once. 401 `access.bad_display_code`; 403 `access.display_elsewhere`, and then it stays good.
    Task<Result<OpenedDisplay>> open(std::string code, std::string address);
    /// In the caller's transaction. 401 `access.no_display`, 403 `access.display_elsewhere`, 503 `access.blind`.
    Result<AtDisplay> enter(Tx& tx, DisplayKnock const& knock) const;
    /// From time to time, that it was used.
    Task<> note_use(AtDisplay const& at) const;

private:
    bool is_in_office(Tx& tx, OrgId org, std::string_view address) const;
    Needs needs_;
};

/// Departments are called otherwise; a display of one that is gone is over.
void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames);

/// The routes of api/displays.yaml but for what a display shows.
void add_routes(net::Router& router, Door const& door, Displays& displays);

}  // namespace horenso::access
