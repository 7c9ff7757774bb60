// Staff as a file that an import takes again.
#include "platform/sheet/csv_writer.hpp"
#include "platform/sheet/xlsx_writer.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/fields.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

std::vector<std::vector<std::string>> rows_of(std::vector<Person> const& people) {
    auto const cells_of = [](std::string login, auto const& text_of) {
        std::vector<std::string> cells{std::move(login)};
        for (auto const& field : fields()) cells.push_back(text_of(field));
        return cells;
    };
    std::vector<std::vector<std::string>> rows{
        cells_of(std::string{words_ja::heading(words_ja::Column::login)},
                 [](Field const& field) { return std::string{field.heading}; })};
    for (auto const& person : people)
        if (!person.retired)
            rows.push_back(
                cells_of(person.login, [&](Field const& field) { return field.of(person); }));
    return rows;
}

std::string sheet_of(std::vector<Person> const& people, SheetKind kind) {
    auto const rows = rows_of(people);
    if (kind == SheetKind::csv) return sheet::write_csv(rows);
    return sheet::write_xlsx(words_ja::sheet, rows);
}

}  // namespace

Task<Result<std::string>> Directory::export_staff(Viewer const& viewer, SheetKind kind) {
    auto read = [&](Tx& tx) -> Result<std::vector<Person>> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        if (auto refused = refuse_download(viewer)) return *std::move(refused);
        audit::record(tx, needs_.clock.now(),
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::staff_exported,
                       .subject = subject_of(viewer.org)});
        return people_since(tx, viewer.org, 0);
    };
    auto const people = co_await needs_.store.write(read);
    if (!people) co_return people.problem();
    co_return sheet_of(*people, kind);
}

Task<std::string> Directory::export_staff_of(OrgId org, SheetKind kind) {
    auto const people = co_await people_of(org);
    co_return sheet_of(people, kind);
}

}  // namespace horenso::directory
