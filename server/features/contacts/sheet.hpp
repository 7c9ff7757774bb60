#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "features/contacts/contacts.hpp"

namespace horenso::contacts {

/// A contact as a sheet says. Columns that the sheet lacks say nothing.
struct SheetRow {
    std::size_t line = 0;
    std::optional<ContactId> number = {};  ///< of the contact that it is, as an export wrote it
    std::vector<std::optional<std::string>> texts = {};  ///< in the order of `fields()`
    std::optional<std::string> responsible = {};         ///< somebody's ID or name, as typed
};

/// Reads a sheet of contacts: a workbook's first sheet, or CSV in CP932 or UTF-8; the first row that isn't empty names
/// the columns, in any order; 機関・事業所 must be there. Any fault refuses the whole file with a 422
/// `contacts.bad_sheet`; what is wrong with the texts of a row shows when it meets its contact (`plan_import`).
/// `most_rows`: more are refused.
Result<std::vector<SheetRow>> read_sheet(std::string_view bytes, std::size_t most_rows,
                                         Progress& progress);

/// What the rows come to for a book. A row means the contact with its number; without one, or with one that isn't here, whoever
/// has its organisation, department and name, however they are written. 422 `contacts.bad_sheet`, with every bad row.
Result<Plan> plan_import(Tx& tx, OrgId org, Owner owner, std::vector<SheetRow> const& rows,
                         Progress& progress);

/// A book's contacts, in the order of their readings.
std::string write_sheet(Tx& tx, OrgId org, Owner owner, directory::SheetKind kind);

}  // namespace horenso::contacts
