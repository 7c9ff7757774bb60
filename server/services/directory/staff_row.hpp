#pragma once
#include <vector>

#include "platform/base/problem.hpp"
#include "platform/text/csv.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/directory/staff_columns.hpp"
#include "services/directory/staff_sheet.hpp"

namespace horenso::directory {

/// The person in a row that isn't empty. Adds a fault for everything wrong with it; then the result is
/// only good for looking for more faults.
StaffRow read_row(StaffColumns const& columns, text::CsvReader::Row const& row, Date const& today,
                  std::vector<Problem::Field>& faults);

}  // namespace horenso::directory
