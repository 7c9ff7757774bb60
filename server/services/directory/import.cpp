// Staff from a file (clause B13).
#include "services/audit/audit.hpp"
#include "services/directory/departments.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/rows.hpp"
#include "services/directory/staff_plan.hpp"

namespace horenso::directory {
namespace {

audit::Entry entry_of(OrgId org, audit::Actor const& actor, StaffPlan const& plan) {
    std::vector<PersonId> added, changed;
    for (auto const& person : plan.added) added.push_back(person.id);
    for (auto const& [before, after] : plan.changed) changed.push_back(after.id);
    return {.org = org,
            .actor = actor,
            .action = audit::Action::staff_imported,
            .subject = subject_of(org),
            .details = audit::Details{}
                           .ids("added", added)
                           .ids("changed", changed)
                           .number("unchanged", plan.unchanged)};
}

/// What an import is made with.
struct Importing {
    audit::Actor actor;
    Clock const& clock;
    IdSource& ids;
};

Result<StaffPlan> plan_rows(Tx& tx, OrgId org, StaffSheet const& sheet, Importing const& with) {
    auto const home = find_org(tx, org);
    if (!home) return Problem{.status = 404, .code = "app.which_organisation"};
    return plan_import(tx, *home, sheet, with.clock, with.ids);
}

using AlsoPlace = std::function<void(Tx&, OrgId, StaffPlan const&)>;

Result<ImportReport> import_rows(Tx& tx, OrgId org, StaffSheet const& sheet, Importing const& with,
                                 AlsoPlace const& also_place) {
    auto const home = lock_org(tx, org);  // imports go one after the other
    if (!home) return Problem{.status = 404, .code = "app.which_organisation"};
    auto const plan = plan_import(tx, *home, sheet, with.clock, with.ids);
    if (!plan) return plan.problem();
    if (!plan->added.empty() || !plan->changed.empty()) {
        auto const version = tx.advance(directory_stream(org));
        for (auto const& [before, after] : plan->changed) change_person(tx, org, after, version);
        for (auto const& person : plan->added) {
            add_departments(tx, org, person);
            insert_person(tx, org, person, version);
        }
        tx.tell(people_changed(org, version));
        if (also_place) also_place(tx, org, *plan);
        audit::record(tx, with.clock.now(), entry_of(org, with.actor, *plan));
    }
    return ImportReport{static_cast<std::int64_t>(plan->added.size()),
                        static_cast<std::int64_t>(plan->changed.size()), plan->unchanged};
}

}  // namespace

Task<Result<ImportReport>> Directory::import_staff(Viewer const& viewer, std::string csv) {
    auto const sheet = read_staff_sheet(csv, local_date(needs_.clock.now()));
    auto keep = [&](Tx& tx) -> Result<ImportReport> {
        auto administrator = require_administrator(tx, viewer);
        if (!administrator) return administrator.problem();
        if (!sheet) return sheet.problem();
        return import_rows(tx, administrator->org(), *sheet,
                           {actor_of(viewer), needs_.clock, needs_.ids}, needs_.also_place);
    };
    co_return co_await needs_.store.write(keep);
}

Task<Result<StaffPlan>> Directory::preview_import(Viewer const& viewer, std::string csv) {
    auto const sheet = read_staff_sheet(csv, local_date(needs_.clock.now()));
    auto look = [&](Tx& tx) -> Result<StaffPlan> {
        auto administrator = require_administrator(tx, viewer);
        if (!administrator) return administrator.problem();
        if (!sheet) return sheet.problem();
        return plan_rows(tx, administrator->org(), *sheet, {{}, needs_.clock, needs_.ids});
    };
    co_return co_await needs_.store.read(look);
}

Task<Result<StaffPlan>> Directory::preview_import_of(OrgId org, std::string csv) {
    auto const sheet = read_staff_sheet(csv, local_date(needs_.clock.now()));
    if (!sheet) co_return sheet.problem();
    auto look = [&](Tx& tx) { return plan_rows(tx, org, *sheet, {{}, needs_.clock, needs_.ids}); };
    co_return co_await needs_.store.read(look);
}

Task<Result<ImportReport>> Directory::import_staff_of(OrgId org, std::string csv) {
    auto const sheet = read_staff_sheet(csv, local_date(needs_.clock.now()));
    if (!sheet) co_return sheet.problem();
    auto keep = [&](Tx& tx) {
        return import_rows(tx, org, *sheet, {audit::the_operator, needs_.clock, needs_.ids},
                           needs_.also_place);
    };
    co_return co_await needs_.store.write(keep);
}

}  // namespace horenso::directory
