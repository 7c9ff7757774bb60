#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "platform/time/clock.hpp"
#include "services/access/access.hpp"
#include "services/hours/hours.hpp"

namespace horenso::talk {

/// What a department's people sent in a month. They count where they work today.
struct DepartmentFigures {
    std::string department;    ///< "" for people of none
    std::int64_t people = 0;   ///< who work there today
    std::int64_t sent = 0;     ///< messages
    std::int64_t outside = 0;  ///< of them, sent outside of the department's working time
    std::int64_t urgent = 0;   ///< of them, 緊急
    /// So few people that figures would be somebody's: nothing but the name may be shown.
    bool few() const { return people < 5; }
};

struct MonthFigures {
    std::string month;  ///< "2026-11"
    std::vector<DepartmentFigures> departments;
};

/// How much is sent, and how much of it outside of working time, by department and month (clause B3).
class Figures {
public:
    struct Needs {
        Store& store;
        Clock const& clock;
        hours::Hours const& hours;
    };
    explicit Figures(Needs needs) : needs_(needs) {}

    /// Of all departments for whoever is permitted `figures`, of their own for heads; 403 `talk.figures_not_yours` for others. `month`
    /// like "2026-11", nullopt for the present one; 422 `talk.bad_month`. There is no sum, because it would tell what a
    /// small department did.
    Task<Result<MonthFigures>> of_month(Viewer const& viewer,
                                        std::optional<std::string> month) const;

private:
    Needs needs_;
};

/// The routes of these (api/figures.yaml).
void add_routes(net::Router& router, access::Door const& door, Figures& figures);

}  // namespace horenso::talk
