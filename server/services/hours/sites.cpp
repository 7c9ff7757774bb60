// Hours of sites that get another name.
#include "services/hours/hours.hpp"
#include "services/live/events.hpp"

namespace horenso::hours {
namespace {

constexpr Sql rename_weeks{R"(
    UPDATE hours_week SET whose = $3 WHERE org_id = $1 AND whose = $2 AND scope = 'site')"};
constexpr Sql delete_weeks{
    "DELETE FROM hours_week WHERE org_id = $1 AND whose = $2 AND scope = 'site'"};
constexpr Sql rename_days{R"(
    UPDATE hours_day SET whose = $3 WHERE org_id = $1 AND whose = $2 AND scope = 'site')"};
constexpr Sql delete_days{
    "DELETE FROM hours_day WHERE org_id = $1 AND whose = $2 AND scope = 'site'"};

}  // namespace

void follow_sites(Tx& tx, OrgId org, directory::Renames const& renames) {
    directory::rename_in(tx, org, renames, rename_weeks, delete_weeks);
    directory::rename_in(tx, org, renames, rename_days, delete_days);
    live::tell_changed(tx, changed_event, hours_stream(org));
}

}  // namespace horenso::hours
