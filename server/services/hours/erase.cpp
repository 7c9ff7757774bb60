// Hours of somebody who retires (clause 3.9).
#include "services/hours/hours.hpp"

namespace horenso::hours {
namespace {

constexpr Sql delete_week{R"(
    DELETE FROM hours_week WHERE org_id = $1 AND scope = 'person' AND whose = $2)"};
constexpr Sql delete_days{R"(
    DELETE FROM hours_day WHERE org_id = $1 AND scope = 'person' AND whose = $2)"};

}  // namespace

directory::Erased erase_person(Tx& tx, OrgId org, PersonId person) {
    auto const whose = std::to_string(person.value);
    auto const of_week = tx.run(delete_week, org, whose);
    return {"hours", of_week + tx.run(delete_days, org, whose)};
}

}  // namespace horenso::hours
