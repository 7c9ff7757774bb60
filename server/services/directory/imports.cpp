// What is kept of an import for whoever made it, and how far one has come.
#include "services/directory/imports.hpp"

#include <array>

#include "platform/base/json_writer.hpp"
#include "platform/crypto/uuid.hpp"

namespace horenso::directory {
namespace {

constexpr Sql upsert_import{R"(
    INSERT INTO directory_import (org_id, person_id, what, import_key, done_at, added, changed, unchanged)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (org_id, person_id, what)
    DO UPDATE SET import_key = excluded.import_key, done_at = excluded.done_at,
                  added = excluded.added, changed = excluded.changed, unchanged = excluded.unchanged)"};
constexpr Sql select_import{R"(
    SELECT import_key, done_at, added, changed, unchanged
      FROM directory_import
     WHERE org_id = $1 AND person_id = $2 AND what = $3)"};
constexpr Sql delete_imports{"DELETE FROM directory_import WHERE org_id = $1 AND person_id = $2"};

/// Of `ImportStep`, on the wire.
constexpr std::array<std::string_view, 4> step_names{"reading", "checking", "writing", "following"};

void write_report(json::Writer& out, ImportReport const& report) {
    out.open_object()
        .field("added", report.added)
        .field("changed", report.changed)
        .field("unchanged", report.unchanged)
        .close_object();
}

}  // namespace

std::string work_name(ImportOf const& whose) {
    return std::to_string(whose.org.value) + '/' + std::to_string(whose.by.value) + '/' +
           std::string{whose.what};
}

std::string report_json(ImportReport const& report) {
    json::Writer out;
    write_report(out, report);
    return out.take();
}

std::string standing_json(ImportStanding const& standing) {
    json::Writer out;
    out.open_object();
    if (standing.now) {
        auto const& [step, done, of] = *standing.now;
        out.key("now").open_object().field("step", step_names.at(step)).field("done", done);
        if (of > 0) out.field("of", of);
        out.close_object();
    }
    if (standing.last) {
        auto const& [key, at, report] = *standing.last;
        out.key("last").open_object();
        if (!key.empty()) out.field("key", key);
        write_report(out.field("at", at.ms).key("report"), report);
        out.close_object();
    }
    out.close_object();
    return out.take();
}

Result<std::string> import_key(std::optional<std::string> typed) {
    if (!typed || crypto::parse_uuid(*typed)) return typed.value_or("");
    return Problem{.status = 422, .code = "directory.bad_import_key"};
}

void keep_import(Tx& tx, ImportOf const& whose, Instant now, ImportReport const& report) {
    tx.run(upsert_import, whose.org, whose.by, whose.what, whose.key, now, report.added,
           report.changed, report.unchanged);
}

std::optional<ImportStanding::Last> last_import(Tx& tx, ImportOf const& whose) {
    auto row = tx.query(select_import, whose.org, whose.by, whose.what);
    if (!row.next()) return std::nullopt;
    return ImportStanding::Last{
        row.get<std::string>(0),
        row.get<Instant>(1),
        {row.get<std::int64_t>(2), row.get<std::int64_t>(3), row.get<std::int64_t>(4)}};
}

void forget_imports(Tx& tx, OrgId org, PersonId by) { tx.run(delete_imports, org, by); }

}  // namespace horenso::directory
