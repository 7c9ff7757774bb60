#include "platform/text/csv.hpp"

#include <algorithm>

namespace horenso::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::size_t line_ends(std::string_view text) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (text[at] == '\n' || (text[at] == '\r' && !text.substr(at + 1).starts_with('\n')))
            ++count;
    return count;
}

}  // namespace

bool CsvReader::take(char expected) {
    bool const there = at_ < text_.size() && text_[at_] == expected;
    if (there) ++at_;
    return there;
}

bool CsvReader::take_line_end() {
    bool const carriage_return = take('\r');
    bool const line_feed = take('\n');
    if (carriage_return || line_feed) ++line_;
    return carriage_return || line_feed;
}

std::string CsvReader::plain_cell() {
    auto const end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
    std::string cell{text_.substr(at_, end - at_)};
    at_ = end;
    return cell;
}

std::optional<std::string> CsvReader::quoted_cell() {
    auto const opened_on = line_;
    std::string cell;
    while (true) {
        auto const quote = text_.find('"', at_);
        if (quote == std::string_view::npos) {
            unclosed_quote_ = opened_on;
            at_ = text_.size();
            return std::nullopt;
        }
        auto const part = text_.substr(at_, quote - at_);
        line_ += line_ends(part);
        cell += part;
        at_ = quote + 1;
        if (!take('"')) return cell + plain_cell();
        cell += '"';
    }
}

std::optional<CsvReader::Row> CsvReader::next() {
    while (text_.substr(at_).starts_with(byte_order_mark)) at_ += byte_order_mark.size();
    if (at_ == text_.size()) return std::nullopt;
    Row row{line_, {}};
    do {
        auto cell = take('"') ? quoted_cell() : plain_cell();
        if (!cell) return std::nullopt;
        if (row.cells.size() < most_cells_) row.cells.push_back(*std::move(cell));
    } while (take(','));
    take_line_end();
    return row;
}

}  // namespace horenso::text
