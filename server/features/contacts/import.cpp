// Contacts from a file, and into one (clause B13).
#include "features/contacts/rows.hpp"
#include "features/contacts/sheet.hpp"
#include "services/audit/audit.hpp"

namespace horenso::contacts {
namespace {

std::optional<Problem> refuse(Tx& tx, Viewer const& viewer) {
    if (may_keep(tx, viewer)) return std::nullopt;
    return Problem{.status = 403, .code = "contacts.not_keeper"};
}

bool is_nothing(Plan const& plan) { return plan.added.empty() && plan.changed.empty(); }

bool hold_responsible(Tx& tx, OrgId org, Plan const& plan, Instant now) {
    std::vector<PersonId> people;
    for (auto const& entry : plan.added)
        if (entry.responsible) people.push_back(*entry.responsible);
    for (auto const& [before, after] : plan.changed)
        if (after.responsible) people.push_back(*after.responsible);
    return hold_people(tx, org, std::move(people), now);
}

/// What an import is made with.
struct Importing {
    audit::Actor actor;
    Clock const& clock;
    IdSource& ids;
};

void record_import(Tx& tx, OrgId org, Importing const& with, std::vector<ContactId> const& added,
                   Plan const& plan) {
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

Result<ImportReport> write_plan(Tx& tx, OrgId org, Plan const& plan, std::int64_t version,
                                Importing const& with) {
    auto const now = with.clock.now();
    std::vector<ContactId> added;
    for (auto const& entry : plan.added) {
        added.push_back(with.ids.make<ContactId>(now.ms));
        insert_contact(tx, org, {added.back(), std::nullopt, version, entry}, std::nullopt);
    }
    for (auto const& [before, after] : plan.changed) {
        Contact const contact{before.id, std::nullopt, version, after};
        if (!update_contact(tx, org, contact, before.version))
            return Problem{.status = 409, .code = "contacts.changed"};
    }
    record_import(tx, org, with, added, plan);
    return ImportReport{static_cast<std::int64_t>(plan.added.size()),
                        static_cast<std::int64_t>(plan.changed.size()), plan.unchanged};
}

Result<ImportReport> import_rows(Tx& tx, OrgId org, std::vector<SheetRow> const& rows,
                                 Importing const& with) {
    // People are held before the stream, as a retirement does it; then imports go one after the other, and the second
    // of two finds what the first has written.
    auto first = plan_import(tx, org, rows);
    if (!first) return first.problem();
    if (is_nothing(*first)) return ImportReport{.unchanged = first->unchanged};
    if (!hold_responsible(tx, org, *first, with.clock.now()))
        return Problem{.status = 422, .code = "contacts.no_such_person"};
    auto const version = advance(tx, org, std::nullopt);
    auto const plan = plan_import(tx, org, rows);
    if (!plan) return plan.problem();
    if (is_nothing(*plan)) return ImportReport{.unchanged = plan->unchanged};
    if (auto refused = refuse_more(tx, org, std::nullopt, plan->added.size()))
        return *std::move(refused);
    return write_plan(tx, org, *plan, version, with);
}

void record_export(Tx& tx, Viewer const& viewer, Instant now) {
    audit::record(tx, now,
                  {.org = viewer.org,
                   .actor = actor_of(viewer),
                   .action = audit::Action::contacts_exported,
                   .subject = subject_of(viewer.org)});
}

}  // namespace

Task<Result<ImportReport>> Contacts::import_sheet(Viewer const& viewer, std::string bytes) {
    auto const rows = read_sheet(bytes);
    auto write = [&](Tx& tx) -> Result<ImportReport> {
        if (auto refused = refuse(tx, viewer)) return *std::move(refused);
        if (!rows) return rows.problem();
        return import_rows(tx, viewer.org, *rows, {actor_of(viewer), needs_.clock, needs_.ids});
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Plan>> Contacts::preview_import(Viewer const& viewer, std::string bytes) const {
    auto const rows = read_sheet(bytes);
    auto look = [&](Tx& tx) -> Result<Plan> {
        if (auto refused = refuse(tx, viewer)) return *std::move(refused);
        if (!rows) return rows.problem();
        return plan_import(tx, viewer.org, *rows);
    };
    co_return co_await needs_.store.read(look);
}

Task<Result<std::string>> Contacts::export_sheet(Viewer const& viewer, SheetKind kind) {
    auto write = [&](Tx& tx) -> Result<std::string> {
        if (auto refused = refuse(tx, viewer)) return *std::move(refused);
        if (auto refused = directory::refuse_download(viewer)) return *std::move(refused);
        auto sheet = write_sheet(tx, viewer.org, kind);
        record_export(tx, viewer, needs_.clock.now());
        return sheet;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<ImportReport>> Contacts::import_sheet_of(OrgId org, std::string bytes) {
    auto const rows = read_sheet(bytes);
    if (!rows) co_return rows.problem();
    auto write = [&](Tx& tx) {
        return import_rows(tx, org, *rows, {audit::the_operator, needs_.clock, needs_.ids});
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Plan>> Contacts::preview_import_of(OrgId org, std::string bytes) const {
    auto const rows = read_sheet(bytes);
    if (!rows) co_return rows.problem();
    auto look = [&](Tx& tx) { return plan_import(tx, org, *rows); };
    co_return co_await needs_.store.read(look);
}

Task<std::string> Contacts::export_sheet_of(OrgId org, SheetKind kind) const {
    auto read = [&](Tx& tx) { return write_sheet(tx, org, kind); };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::contacts
