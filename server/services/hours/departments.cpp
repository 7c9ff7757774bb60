// Hours of departments that get another name.
#include "services/hours/hours.hpp"
#include "services/live/events.hpp"

namespace horenso::hours {
namespace {

struct Column {
    Sql update;
    Sql erase;
};

constexpr Column columns[]{
    {{R"(UPDATE hours_week SET whose = $3
          WHERE org_id = $1 AND whose = $2 AND scope = 'department')"},
     {"DELETE FROM hours_week WHERE org_id = $1 AND whose = $2 AND scope = 'department'"}},
    {{R"(UPDATE hours_day SET whose = $3
          WHERE org_id = $1 AND whose = $2 AND scope = 'department')"},
     {"DELETE FROM hours_day WHERE org_id = $1 AND whose = $2 AND scope = 'department'"}},
    {{R"(UPDATE hours_pattern SET whose = $3
          WHERE org_id = $1 AND whose = $2 AND scope = 'department')"},
     {"DELETE FROM hours_pattern WHERE org_id = $1 AND whose = $2 AND scope = 'department'"}},
};

}  // namespace

void rename_departments(Tx& tx, OrgId org, directory::Renames const& renames) {
    for (auto const& column : columns)
        directory::rename_in(tx, org, renames, column.update, column.erase);
    live::tell_changed(tx, changed_event, hours_stream(org));
}

}  // namespace horenso::hours
