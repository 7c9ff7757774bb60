// Staff from a file (clause B13).
#include <set>

#include "services/audit/audit.hpp"
#include "services/directory/departments.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/rows.hpp"
#include "services/directory/staff_plan.hpp"

namespace horenso::directory {
namespace {

constexpr std::string_view what = "people";

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
    Progress& progress;
    std::function<LoginForm(Tx&, OrgId)> const& find_form;
    Permitted const* permit = nullptr;  ///< none: whoever runs the server, who reaches everybody

    Planning planning(Tx& tx, OrgId org) const {
        auto const form = find_form ? find_form(tx, org) : LoginForm::name;
        return {clock, ids, progress, form, permit};
    }
};

Problem no_organisation() { return {.status = 404, .code = "app.which_organisation"}; }

Result<StaffPlan> plan_rows(Tx& tx, OrgId org, StaffSheet const& sheet, Importing const& with) {
    auto const home = find_org(tx, org);
    if (!home) return no_organisation();
    return plan_import(tx, *home, sheet, with.planning(tx, org));
}

/// Everybody's rows, with what follows for departments.
void write_people(Tx& tx, OrgId org, StaffPlan const& plan, std::int64_t version,
                  Progress& progress) {
    std::size_t written = 0;
    begin(progress, ImportStep::writing, plan.changed.size() + plan.added.size());
    for (auto const& [before, after] : plan.changed) {
        change_person(tx, org, after, version);
        progress.reach(++written);
    }
    std::set<std::string> known;  // each costs a look at all departments
    for (auto const& person : plan.added) {
        bool is_new = known.insert(person.department).second;
        for (auto const& post : person.posts) is_new |= known.insert(post.department).second;
        is_new |= known.insert('\n' + person.site).second;
        if (is_new) add_departments(tx, org, person);
        insert_person(tx, org, person, version);
        progress.reach(++written);
    }
}

using AlsoPlace = std::function<void(Tx&, OrgId, StaffPlan const&)>;

Result<ImportReport> import_rows(Tx& tx, ImportOf const& whose, StaffSheet const& sheet,
                                 Importing const& with, AlsoPlace const& also_place) {
    auto const org = whose.org;
    auto const home = lock_org(tx, org);  // imports go one after the other
    if (!home) return no_organisation();
    auto const plan = plan_import(tx, *home, sheet, with.planning(tx, org));
    if (!plan) return plan.problem();
    ImportReport const report{static_cast<std::int64_t>(plan->added.size()),
                              static_cast<std::int64_t>(plan->changed.size()), plan->unchanged};
    keep_import(tx, whose, with.clock.now(), report);
    if (plan->added.empty() && plan->changed.empty()) return report;
    auto const version = tx.advance(directory_stream(org));
    write_people(tx, org, *plan, version, with.progress);
    tx.tell(people_changed(org, version));
    begin(with.progress, ImportStep::following);
    if (also_place) also_place(tx, org, *plan);
    audit::record(tx, with.clock.now(), entry_of(org, with.actor, *plan));
    return report;
}

}  // namespace

Task<Result<StaffSheet>> Directory::read_sheet(std::string csv,
                                               std::shared_ptr<Progress> progress) {
    std::function<Result<StaffSheet>()> read = [csv = std::move(csv), progress,
                                                today = local_date(needs_.clock.now())] {
        return read_staff_sheet(csv, today, progress.get());
    };
    auto sheet = co_await imports_.run(std::move(read));
    if (!sheet) co_return std::move(sheet).problem();
    co_return *std::move(sheet);
}

Task<Result<ImportReport>> Directory::import_staff(Viewer const& viewer, std::string csv,
                                                   std::string key) {
    ImportOf const whose{viewer.org, viewer.person, what, std::move(key)};
    auto const progress = imports_.begin(work_name(whose));
    auto const sheet = co_await read_sheet(std::move(csv), progress);
    auto keep = [&](Tx& tx) -> Result<ImportReport> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        if (!sheet) return sheet.problem();
        return import_rows(
            tx, whose, *sheet,
            {actor_of(viewer), needs_.clock, needs_.ids, *progress, needs_.login_form, &*permit},
            needs_.also_place);
    };
    co_return co_await needs_.store.write(keep);
}

Task<Result<StaffPlan>> Directory::preview_import(Viewer const& viewer, std::string csv) {
    ImportOf const whose{viewer.org, viewer.person, what};
    auto const progress = imports_.begin(work_name(whose));
    auto const sheet = co_await read_sheet(std::move(csv), progress);
    auto look = [&](Tx& tx) -> Result<StaffPlan> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        if (!sheet) return sheet.problem();
        return plan_rows(tx, permit->org(), *sheet,
                         {{}, needs_.clock, needs_.ids, *progress, needs_.login_form, &*permit});
    };
    co_return co_await needs_.store.read(look);
}

Task<Result<StaffPlan>> Directory::preview_import_of(OrgId org, std::string csv) {
    ImportOf const whose{org, {}, what};
    auto const progress = imports_.begin(work_name(whose));
    auto const sheet = co_await read_sheet(std::move(csv), progress);
    if (!sheet) co_return sheet.problem();
    auto look = [&](Tx& tx) {
        return plan_rows(tx, org, *sheet,
                         {{}, needs_.clock, needs_.ids, *progress, needs_.login_form});
    };
    co_return co_await needs_.store.read(look);
}

Task<Result<ImportReport>> Directory::import_staff_of(OrgId org, std::string csv) {
    ImportOf const whose{org, {}, what};
    auto const progress = imports_.begin(work_name(whose));
    auto const sheet = co_await read_sheet(std::move(csv), progress);
    if (!sheet) co_return sheet.problem();
    auto keep = [&](Tx& tx) {
        return import_rows(
            tx, whose, *sheet,
            {audit::the_operator, needs_.clock, needs_.ids, *progress, needs_.login_form},
            needs_.also_place);
    };
    co_return co_await needs_.store.write(keep);
}

Task<Result<ImportStanding>> Directory::import_standing(Viewer const& viewer) {
    ImportOf const whose{viewer.org, viewer.person, what};
    auto const now = imports_.standing(work_name(whose));
    auto look = [&](Tx& tx) -> Result<ImportStanding> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        return ImportStanding{now, last_import(tx, whose)};
    };
    co_return co_await needs_.store.read(look);
}

ImportStanding Directory::import_standing_of(OrgId org) const {
    ImportOf const whose{org, {}, what};
    return {.now = imports_.standing(work_name(whose))};
}

}  // namespace horenso::directory
