#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {

/// One person as a staff sheet says. Cells are trimmed. A text that is nullopt was not asked for: the
/// sheet has no such column; an empty one was left empty.
struct StaffRow {
    std::size_t line = 0;  ///< of the file, where the row begins
    std::string name;      ///< as typed
    std::string kana;  ///< full-width katakana, parts of the name with one full-width space between
    std::optional<std::string> login;  ///< as normalised_login; nullopt if the cell is empty, too
    std::optional<std::string> department;
    std::optional<std::string> position;
    std::optional<std::string> employment;  ///< one of the three words of clause 5.4, or empty
    std::optional<std::string> extension;
    std::optional<int> birth_year;  ///< for the login alone (clause 7.1); not to be stored
    std::optional<Date> hired_on;
    std::optional<std::vector<Post>> posts = {};
    std::optional<std::string> telephone = {};
    std::optional<std::string> duties = {};
    std::optional<std::string> site = {};
    std::optional<std::string> number = {};  ///< 職員番号, as normalised_login; for the login alone
};

struct StaffSheet {
    std::vector<StaffRow> rows;                 ///< at least one
    std::vector<std::string> ignored_headings;  ///< columns that mean nothing here, as typed
};

/// Reads a staff sheet as Excel in Japan writes it: a workbook's first sheet, or CSV in CP932 or UTF-8; the first row
/// that isn't empty names the columns, in any order, width and case; 氏名 and フリガナ must be there. Empty rows are passed over.
///
/// Any fault refuses the whole file with a 422 `directory.bad_sheet`, whose fields are every reason of
/// every bad row in the order of lines, with the path "行 N" (`sheet::row_path`). A file that can't be read as rows at
/// all has a code of its own (platform/sheet/table.hpp). `today` bounds years of birth. `progress`, if any, hears of
/// each row.
Result<StaffSheet> read_staff_sheet(std::string_view bytes, Date const& today,
                                    Progress* progress = nullptr);

}  // namespace horenso::directory
