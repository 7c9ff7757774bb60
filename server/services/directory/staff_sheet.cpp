#include "services/directory/staff_sheet.hpp"

#include <map>

#include "platform/sheet/table.hpp"
#include "services/directory/staff_row.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

constexpr std::size_t most_rows = 20'000;

constexpr std::array required{static_cast<std::size_t>(words_ja::Column::name),
                              static_cast<std::size_t>(words_ja::Column::kana)};

Problem refused(sheet::Faults faults) {
    return {.status = 422, .code = "directory.bad_sheet", .fields = std::move(faults)};
}

/// Reads the file row by row and keeps what it finds, good and bad.
class Reading {
public:
    Reading(sheet::Table table, Date const& today, Progress* progress)
        : table_(std::move(table)), today_(today), progress_(progress) {}

    Result<StaffSheet> sheet() {
        if (!table_.faults.empty()) return refused(std::move(table_.faults));
        if (progress_) begin(*progress_, ImportStep::reading, table_.rows.size());
        rows_.reserve(table_.rows.size());
        for (auto const& row : table_.rows) take(row);
        for (auto& fault : table_.at_the_end) faults_.push_back(std::move(fault));
        if (!faults_.empty()) return refused(std::move(faults_));
        return StaffSheet{std::move(rows_), table_.columns.ignored()};
    }

private:
    void take(sheet::Row const& cells) {
        auto row = read_row(table_.columns, cells, today_, faults_);
        if (row.login) {
            auto const [first, is_new] = lines_by_login_.emplace(*row.login, row.line);
            if (!is_new)
                faults_.push_back(
                    {sheet::row_path(row.line),
                     "directory.login_twice",
                     {{"login", *row.login}, {"line", std::to_string(first->second)}}});
        }
        rows_.push_back(std::move(row));
        if (progress_) progress_->reach(rows_.size());
    }

    sheet::Table table_;
    Date today_;
    Progress* progress_;
    sheet::Faults faults_;
    std::vector<StaffRow> rows_;
    std::map<std::string, std::size_t> lines_by_login_;
};

}  // namespace

Result<StaffSheet> read_staff_sheet(std::string_view bytes, Date const& today, Progress* progress) {
    auto table = sheet::read_table(bytes, words_ja::headings, required, most_rows);
    if (!table) return table.problem();
    return Reading{*std::move(table), today, progress}.sheet();
}

}  // namespace horenso::directory
