#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace horenso::text {

/// Reads comma-separated values (RFC 4180) row by row, so that a caller may stop at a row too many.
/// Lines end with CRLF, LF or CR; a quoted cell may hold commas, line ends and doubled quotes.
/// Lenient where spreadsheets are: a quote inside an unquoted cell is itself, text after a closing
/// quote belongs to the cell, a byte order mark at the start of a row is dropped. Rows may differ
/// in length.
class CsvReader {
public:
    struct Row {
        std::size_t line;  ///< where it begins, from 1; a quoted line end counts
        std::vector<std::string> cells;
    };

    /// `text` must outlive the reader. What stands right of `most_cells` is passed over, and takes no memory.
    explicit CsvReader(std::string_view text, std::size_t most_cells = std::string_view::npos)
        : text_(text), most_cells_(most_cells) {}

    /// nullopt at the end, which a line end just before it does not put off, and where a quote is
    /// never closed.
    std::optional<Row> next();

    /// The line of the opening quote, once `next` has met one that is never closed.
    std::optional<std::size_t> unclosed_quote() const { return unclosed_quote_; }

private:
    std::optional<std::string> quoted_cell();
    std::string plain_cell();
    bool take_line_end();
    bool take(char expected);

    std::string_view text_;
    std::size_t most_cells_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
    std::optional<std::size_t> unclosed_quote_;
};

}  // namespace horenso::text
