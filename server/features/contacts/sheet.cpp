// Contacts in a file and back.
#include "features/contacts/sheet.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

#include "features/contacts/rows.hpp"
#include "features/contacts/words_ja.hpp"
#include "platform/sheet/csv_writer.hpp"
#include "platform/sheet/table.hpp"
#include "platform/sheet/xlsx_writer.hpp"
#include "platform/text/fold.hpp"
#include "platform/text/kana.hpp"

namespace horenso::contacts {
namespace {

constexpr std::array<std::size_t, 1> required{0};
/// Before a number, so that a spreadsheet takes it for a text and keeps all of its digits.
constexpr std::string_view number_mark = "C-";
constexpr std::string_view folded_mark = "c-";

std::size_t column_of_responsible() { return fields().size(); }
std::size_t column_of_number() { return fields().size() + 1; }

std::optional<ContactId> number_in(std::string_view cell) {
    auto const folded = text::fold_for_comparison(cell);
    auto const marked = folded.starts_with(folded_mark);
    auto const* const begin = folded.data() + (marked ? folded_mark.size() : 0);
    auto const* const end = folded.data() + folded.size();
    ContactId number;
    auto const [stop, error] = std::from_chars(begin, end, number.value);
    if (error != std::errc{} || stop != end || number.value <= 0) return std::nullopt;
    return number;
}

SheetRow read_row(sheet::Columns const& columns, sheet::Row const& cells, sheet::Faults& faults) {
    columns.require_no_more(cells, faults);
    SheetRow row{.line = cells.line};
    for (std::size_t column = 0; column < fields().size(); ++column) {
        auto const cell = columns.cell(cells, column);
        row.texts.push_back(cell ? std::optional{std::string{*cell}} : std::nullopt);
    }
    if (auto const cell = columns.cell(cells, column_of_responsible())) row.responsible = *cell;
    auto const number = columns.cell(cells, column_of_number());
    if (!number || number->empty()) return row;
    row.number = number_in(*number);
    if (!row.number)
        faults.push_back(
            {sheet::row_path(row.line), "contacts.bad_number", {{"value", std::string{*number}}}});
    return row;
}

/// A contact's reading, or its name where it has none.
std::string order_of(Contact const& contact) {
    auto const& e = contact.entry;
    auto const& organisation = e.organisation_kana.empty() ? e.organisation : e.organisation_kana;
    auto const& person = e.person_kana.empty() ? e.person : e.person_kana;
    return text::katakana_sort_key(organisation.empty() ? person : organisation) + '\n' +
           text::katakana_sort_key(person);
}

std::vector<Contact> in_order(std::vector<Contact> contacts) {
    std::map<std::pair<std::string, ContactId>, Contact> ordered;
    for (auto& one : contacts) {
        auto key = std::pair{order_of(one), one.id};
        ordered.emplace(std::move(key), std::move(one));
    }
    std::vector<Contact> all;
    for (auto& [key, one] : ordered) all.push_back(std::move(one));
    return all;
}

std::map<PersonId, std::string> logins_of(Tx& tx, OrgId org) {
    std::map<PersonId, std::string> logins;
    for (auto& person : directory::people_since(tx, org, 0))
        if (!person.retired) logins.emplace(person.id, std::move(person.login));
    return logins;
}

}  // namespace

Result<std::vector<SheetRow>> read_sheet(std::string_view bytes, std::size_t most_rows,
                                         Progress& progress) {
    auto table = sheet::read_table(bytes, words_ja::headings, required, most_rows);
    if (!table) return table.problem();
    auto faults = std::move(table->faults);
    std::vector<SheetRow> rows;
    directory::begin(progress, directory::ImportStep::reading, table->rows.size());
    if (!faults.empty()) table->rows.clear();
    for (auto const& row : table->rows) {
        rows.push_back(read_row(table->columns, row, faults));
        progress.reach(rows.size());
    }
    for (auto& fault : table->at_the_end) faults.push_back(std::move(fault));
    if (faults.empty()) return rows;
    return Problem{.status = 422, .code = "contacts.bad_sheet", .fields = std::move(faults)};
}

std::string write_sheet(Tx& tx, OrgId org, Owner owner, directory::SheetKind kind) {
    std::vector<std::vector<std::string>> rows(1);
    for (auto const heading : words_ja::headings) rows.front().emplace_back(heading);
    auto const logins = logins_of(tx, org);
    for (auto const& contact : in_order(contacts_of(tx, org, owner))) {
        auto& cells = rows.emplace_back();
        for (auto const& field : fields()) cells.push_back(contact.entry.*field.text);
        auto const& responsible = contact.entry.responsible;
        cells.push_back(responsible ? logins.at(*responsible) : std::string{});
        cells.push_back(std::string{number_mark} + std::to_string(contact.id.value));
    }
    if (kind == directory::SheetKind::csv) return sheet::write_csv(rows);
    return sheet::write_xlsx(words_ja::sheet, rows);
}

}  // namespace horenso::contacts
