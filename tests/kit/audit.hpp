// What was recorded, for the tests of whoever records.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "kit/wait_for.hpp"
#include "services/audit/audit.hpp"

namespace horenso::audit::kit {

struct Recorded {
    std::string actor;
    std::int64_t person = 0;
    std::int64_t session = 0;
    std::string action;
    std::string subject;
    std::int64_t subject_id = 0;
    std::string details;
    friend bool operator==(Recorded const&, Recorded const&) = default;
};

inline void PrintTo(Recorded const& one, std::ostream* out) {
    *out << one.actor << ' ' << one.person << '/' << one.session << ' ' << one.action << ' '
         << one.subject << ' ' << one.subject_id << ' ' << one.details;
}

inline constexpr Sql select_recorded{R"(
    SELECT actor, person_id, session_id, action, subject, subject_id, details
      FROM audit_entry
     WHERE org_id = $1
     ORDER BY seq)"};

/// The organisation's rows, oldest first.
inline std::vector<Recorded> recorded(Store& store, OrgId org) {
    auto read = [org](Tx& tx) {
        std::vector<Recorded> all;
        auto row = tx.query(select_recorded, org);
        while (row.next())
            all.push_back({row.get<std::string>(0), row.get<std::int64_t>(1),
                           row.get<std::int64_t>(2), row.get<std::string>(3),
                           row.get<std::string>(4), row.get<std::int64_t>(5),
                           row.get<std::string>(6)});
        return all;
    };
    return horenso::kit::wait_for(store.read(read));
}

/// The rows that `act` leaves.
template <class Act>
std::vector<Recorded> recorded_by(Store& store, OrgId org, Act act) {
    auto const before = recorded(store, org).size();
    act();
    auto all = recorded(store, org);
    all.erase(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(before));
    return all;
}

/// "hash 3" for a chain that is broken there; "" for a good one.
inline std::string fault(Store& store, OrgId org) {
    auto const chain = horenso::kit::wait_for(Audit{store}.verify(org));
    if (!chain.broken) return "";
    return std::string{name_of(chain.broken->kind)} + ' ' + std::to_string(chain.broken->seq);
}

}  // namespace horenso::audit::kit
