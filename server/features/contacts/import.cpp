// Contacts from a file, and into one (clause B13).
#include "features/contacts/rows.hpp"
#include "features/contacts/sheet.hpp"
#include "services/audit/audit.hpp"

namespace horenso::contacts {
namespace {

constexpr std::size_t most_rows(Whose whose) {
    return whose == Whose::mine ? most_own : most_shared;
}

std::optional<Problem> refuse(Tx& tx, Viewer const& viewer, Whose whose) {
    if (whose == Whose::mine || may_keep(tx, viewer)) return std::nullopt;
    return Problem{.status = 403, .code = "contacts.not_keeper"};
}

bool is_nothing(Plan const& plan) { return plan.added.empty() && plan.changed.empty(); }

bool hold_people_of(Tx& tx, OrgId org, Owner owner, Plan const& plan, Instant now) {
    std::vector<PersonId> people;
    if (owner) people.push_back(*owner);
    for (auto const& entry : plan.added)
        if (entry.responsible) people.push_back(*entry.responsible);
    for (auto const& [before, after] : plan.changed)
        if (after.responsible) people.push_back(*after.responsible);
    return hold_people(tx, org, std::move(people), now);
}

Owner owner_of(Viewer const& viewer, Whose whose) {
    return whose == Whose::mine ? Owner{viewer.person} : std::nullopt;
}

directory::ImportOf import_of(OrgId org, PersonId by, Whose whose, std::string key = {}) {
    return {org, by, whose == Whose::mine ? "own_contacts" : "contacts", std::move(key)};
}

/// What an import is made with.
struct Importing {
    Owner owner;
    directory::ImportOf whose;
    audit::Actor actor;
    Clock const& clock;
    IdSource& ids;
    Progress& progress;
};

/// What happens to one's own book is nobody else's business.
void record_import(Tx& tx, OrgId org, Importing const& with, std::vector<ContactId> const& added,
                   Plan const& plan) {
    if (with.owner) return;
    std::vector<ContactId> changed;
    for (auto const& [before, after] : plan.changed) changed.push_back(before.id);
    audit::record(tx, with.clock.now(),
                  {.org = org,
                   .actor = with.actor,
                   .action = audit::Action::contacts_imported,
                   .subject = subject_of(org),
                   .details = audit::Details{}
                                  .ids("added", added)
                                  .ids("changed", changed)
                                  .number("unchanged", plan.unchanged)});
}

Result<Done> write_plan(Tx& tx, OrgId org, Plan const& plan, std::int64_t version,
                        Importing const& with) {
    auto const now = with.clock.now();
    directory::begin(with.progress, directory::ImportStep::writing,
                     plan.added.size() + plan.changed.size());
    std::vector<ContactId> added;
    for (auto const& entry : plan.added) {
        added.push_back(with.ids.make<ContactId>(now.ms));
        insert_contact(tx, org, {added.back(), with.owner, version, entry}, std::nullopt);
        with.progress.reach(added.size());
    }
    auto written = added.size();
    for (auto const& [before, after] : plan.changed) {
        Contact const contact{before.id, with.owner, version, after};
        if (!update_contact(tx, org, contact, before.version))
            return Problem{.status = 409, .code = "contacts.changed"};
        with.progress.reach(++written);
    }
    record_import(tx, org, with, added, plan);
    return Done{};
}

ImportReport kept(Tx& tx, Plan const& plan, Importing const& with) {
    ImportReport const report{static_cast<std::int64_t>(plan.added.size()),
                              static_cast<std::int64_t>(plan.changed.size()), plan.unchanged};
    directory::keep_import(tx, with.whose, with.clock.now(), report);
    return report;
}

Result<ImportReport> import_rows(Tx& tx, OrgId org, std::vector<SheetRow> const& rows,
                                 Importing const& with) {
    // People are held before the stream, as a retirement does it; then imports go one after the other, and the second
    // of two finds what the first has written.
    auto first = plan_import(tx, org, with.owner, rows, with.progress);
    if (!first) return first.problem();
    if (!hold_people_of(tx, org, with.owner, *first, with.clock.now()))
        return Problem{.status = 422, .code = "contacts.no_such_person"};
    if (is_nothing(*first)) return kept(tx, *first, with);
    auto const version = advance(tx, org, with.owner);
    auto const plan = plan_import(tx, org, with.owner, rows, with.progress);
    if (!plan) return plan.problem();
    if (is_nothing(*plan)) return kept(tx, *plan, with);
    if (auto refused = refuse_more(tx, org, with.owner, plan->added.size()))
        return *std::move(refused);
    if (auto done = write_plan(tx, org, *plan, version, with); !done) return done.problem();
    return kept(tx, *plan, with);
}

void record_export(Tx& tx, Viewer const& viewer, Instant now) {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::contacts_exported,
                   .subject = subject_of(viewer.org)});
}

}  // namespace

Task<Result<std::vector<SheetRow>>> Contacts::read_rows(std::string bytes, Whose whose,
                                                        std::shared_ptr<Progress> progress) {
    using Rows = Result<std::vector<SheetRow>>;
    std::function<Rows()> read = [bytes = std::move(bytes), whose, progress] {
        return read_sheet(bytes, most_rows(whose), *progress);
    };
    auto rows = co_await imports_.run(std::move(read));
    if (!rows) co_return std::move(rows).problem();
    co_return *std::move(rows);
}

Task<Result<ImportReport>> Contacts::import_sheet(Viewer const& viewer, Whose whose,
                                                  std::string bytes, std::string key) {
    auto const of = import_of(viewer.org, viewer.person, whose, std::move(key));
    auto const progress = imports_.begin(work_name(of));
    auto const rows = co_await read_rows(std::move(bytes), whose, progress);
    auto write = [&](Tx& tx) -> Result<ImportReport> {
        if (auto refused = refuse(tx, viewer, whose)) return *std::move(refused);
        if (!rows) return rows.problem();
        return import_rows(
            tx, viewer.org, *rows,
            {owner_of(viewer, whose), of, actor_of(viewer), needs_.clock, needs_.ids, *progress});
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Plan>> Contacts::preview_import(Viewer const& viewer, Whose whose, std::string bytes) {
    auto const of = import_of(viewer.org, viewer.person, whose);
    auto const progress = imports_.begin(work_name(of));
    auto const rows = co_await read_rows(std::move(bytes), whose, progress);
    auto look = [&](Tx& tx) -> Result<Plan> {
        if (auto refused = refuse(tx, viewer, whose)) return *std::move(refused);
        if (!rows) return rows.problem();
        return plan_import(tx, viewer.org, owner_of(viewer, whose), *rows, *progress);
    };
    co_return co_await needs_.store.read(look);
}

Task<Result<ImportStanding>> Contacts::import_standing(Viewer const& viewer, Whose whose) {
    auto const of = import_of(viewer.org, viewer.person, whose);
    auto const now = imports_.standing(work_name(of));
    auto look = [&](Tx& tx) -> Result<ImportStanding> {
        if (auto refused = refuse(tx, viewer, whose)) return *std::move(refused);
        return ImportStanding{now, directory::last_import(tx, of)};
    };
    co_return co_await needs_.store.read(look);
}

Task<Result<std::string>> Contacts::export_sheet(Viewer const& viewer, Whose whose,
                                                 SheetKind kind) {
    auto write = [&](Tx& tx) -> Result<std::string> {
        if (auto refused = refuse(tx, viewer, whose)) return *std::move(refused);
        if (auto refused = directory::refuse_download(viewer)) return *std::move(refused);
        auto sheet = write_sheet(tx, viewer.org, owner_of(viewer, whose), kind);
        if (whose == Whose::ours) record_export(tx, viewer, needs_.clock.now());
        return sheet;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<ImportReport>> Contacts::import_sheet_of(OrgId org, std::string bytes) {
    auto const of = import_of(org, {}, Whose::ours);
    auto const progress = imports_.begin(work_name(of));
    auto const rows = co_await read_rows(std::move(bytes), Whose::ours, progress);
    if (!rows) co_return rows.problem();
    auto write = [&](Tx& tx) {
        return import_rows(
            tx, org, *rows,
            {std::nullopt, of, audit::the_operator, needs_.clock, needs_.ids, *progress});
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Plan>> Contacts::preview_import_of(OrgId org, std::string bytes) {
    auto const of = import_of(org, {}, Whose::ours);
    auto const progress = imports_.begin(work_name(of));
    auto const rows = co_await read_rows(std::move(bytes), Whose::ours, progress);
    if (!rows) co_return rows.problem();
    auto look = [&](Tx& tx) { return plan_import(tx, org, std::nullopt, *rows, *progress); };
    co_return co_await needs_.store.read(look);
}

ImportStanding Contacts::import_standing_of(OrgId org) const {
    return {.now = imports_.standing(work_name(import_of(org, {}, Whose::ours)))};
}

Task<std::string> Contacts::export_sheet_of(OrgId org, SheetKind kind) const {
    auto read = [&](Tx& tx) { return write_sheet(tx, org, std::nullopt, kind); };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::contacts
