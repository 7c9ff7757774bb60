#include "platform/sheet/xlsx_writer.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <stdexcept>

namespace horenso::sheet {
namespace {

constexpr double widest = 40;  // of Excel's units: about a half-width character

/// About as wide as it looks: what isn't ASCII has three bytes and twice the width.
double width_of(std::string_view cell) {
    auto const wide = std::ranges::count_if(
        cell, [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0xC0; });
    auto const narrow = std::ranges::count_if(
        cell, [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
    return static_cast<double>(2 * wide + narrow);
}

std::vector<double> widths_of(std::vector<std::vector<std::string>> const& rows) {
    std::vector<double> widths;
    for (auto const& row : rows) {
        if (row.size() > widths.size()) widths.resize(row.size());
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::clamp(width_of(row[i]) + 2, widths[i], widest);
    }
    return widths;
}

/// A file that is nowhere but in memory. The library writes to a path; this one leads to it.
class MemoryFile {
public:
    MemoryFile() : file_(::memfd_create("workbook", MFD_CLOEXEC)) {
        if (file_ < 0) throw std::runtime_error{"memfd_create"};
    }
    MemoryFile(MemoryFile const&) = delete;
    ~MemoryFile() { ::close(file_); }

    std::string path() const { return "/proc/self/fd/" + std::to_string(file_); }
    std::string bytes() const {
        auto const size = ::lseek(file_, 0, SEEK_END);
        std::string all(static_cast<std::size_t>(std::max<off_t>(size, 0)), '\0');
        std::size_t at = 0;
        while (at < all.size()) {
            auto const read =
                ::pread(file_, all.data() + at, all.size() - at, static_cast<off_t>(at));
            if (read <= 0) throw std::runtime_error{"pread"};
            at += static_cast<std::size_t>(read);
        }
        return all;
    }

private:
    int file_;
};

class Workbook {
public:
    explicit Workbook(std::string_view name) {
        book_ = workbook_new(file_.path().c_str());
        sheet_ = workbook_add_worksheet(book_, std::string{name}.c_str());
        text_ = workbook_add_format(book_);
        heading_ = workbook_add_format(book_);
        format_set_num_format(text_, "@");
        format_set_num_format(heading_, "@");
        format_set_bold(heading_);
    }

    void fill(std::vector<std::vector<std::string>> const& rows) {
        auto const widths = widths_of(rows);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            auto const column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, widths[i], text_);
        }
        worksheet_freeze_panes(sheet_, 1, 0);
        for (std::size_t row = 0; row < rows.size(); ++row)
            for (std::size_t i = 0; i < rows[row].size(); ++i)
                worksheet_write_string(sheet_, static_cast<lxw_row_t>(row),
                                       static_cast<lxw_col_t>(i), rows[row][i].c_str(),
                                       row == 0 ? heading_ : text_);
    }

    std::string bytes() && {
        if (auto const failed = workbook_close(book_))
            throw std::runtime_error{lxw_strerror(failed)};
        return file_.bytes();
    }

private:
    MemoryFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* text_ = nullptr;
    lxw_format* heading_ = nullptr;
};

}  // namespace

std::string write_xlsx(std::string_view name, std::vector<std::vector<std::string>> const& rows) {
    Workbook workbook{name};
    workbook.fill(rows);
    return std::move(workbook).bytes();
}

}  // namespace horenso::sheet
