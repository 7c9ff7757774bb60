#include "platform/sheet/workbook.hpp"

#include <charconv>
#include <map>

#include "platform/sheet/formats.hpp"

namespace horenso::sheet {
namespace {

int number(std::string_view text) {
    int value = -1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string folder_of(std::string const& part) {
    auto const slash = part.rfind('/');
    return slash == part.npos ? "" : part.substr(0, slash + 1);
}

/// The parts that a part refers to (ECMA-376 part 2, 9): by id, and what kind they are.
class Relationships {
public:
    Relationships(Archive& archive, std::string const& of, std::size_t limit)
        : from_(folder_of(of)) {
        auto const rels = archive.part(from_ + "_rels/" + of.substr(from_.size()) + ".rels", limit);
        if (!rels || !parse(document_, *rels)) return;
        all_ = child(document_, "Relationships");
    }

    /// "" if there is none.
    std::string with_id(std::string_view id) const {
        return find([id](pugi::xml_node one) { return attribute(one, "Id") == id; });
    }
    std::string of_kind(std::string_view kind) const {
        return find([kind](pugi::xml_node one) { return attribute(one, "Type").ends_with(kind); });
    }

private:
    template <class Is>
    std::string find(Is is) const {
        for (auto const one : all_.children()) {
            if (!is(one)) continue;
            auto const target = attribute(one, "Target");
            return target.starts_with('/') ? std::string{target.substr(1)}
                                           : from_ + std::string{target};
        }
        return {};
    }
    std::string from_;
    pugi::xml_document document_;
    pugi::xml_node all_;
};

std::vector<std::string> read_strings(std::string const& part) {
    std::vector<std::string> strings;
    pugi::xml_document document;
    if (!parse(document, part)) return strings;
    for (auto const one : child(document, "sst").children())
        if (is(one, "si")) strings.push_back(words_of(one));
    return strings;
}

std::vector<bool> read_styles(std::string const& part) {
    std::vector<bool> is_date;
    pugi::xml_document document;
    if (!parse(document, part)) return is_date;
    auto const sheet = child(document, "styleSheet");
    std::map<int, bool> own;
    for (auto const format : child(sheet, "numFmts").children())
        own[number(attribute(format, "numFmtId"))] = is_date_code(attribute(format, "formatCode"));
    for (auto const style : child(sheet, "cellXfs").children()) {
        auto const id = number(attribute(style, "numFmtId"));
        auto const found = own.find(id);
        is_date.push_back(found == own.end() ? is_date_format(id) : found->second);
    }
    return is_date;
}

/// In one pass: a text may be nothing else.
std::string without_carriage_returns(std::string_view words) {
    constexpr std::string_view carriage_return = "_x000D_";
    std::string kept;
    for (;;) {
        auto const at = words.find(carriage_return);
        kept += words.substr(0, at);
        if (at == words.npos) return kept;
        words.remove_prefix(at + carriage_return.size());
    }
}

bool is_true(std::string_view value) { return value == "1" || value == "true"; }

std::string first_shown(pugi::xml_node book, Relationships const& parts) {
    for (auto const sheet : child(book, "sheets").children()) {
        auto const state = attribute(sheet, "state");
        if (is(sheet, "sheet") && (state.empty() || state == "visible"))
            return parts.with_id(attribute(sheet, "id"));
    }
    return {};
}

}  // namespace

std::string words_of(pugi::xml_node text) {
    std::string words;
    for (auto const part : text.children()) {
        if (is(part, "t")) words += part.text().get();
        if (is(part, "r")) words += child(part, "t").text().get();
    }
    return without_carriage_returns(words);
}

std::optional<Workbook> read_workbook(Archive& archive, std::size_t part_bytes) {
    auto const path = Relationships{archive, "", part_bytes}.of_kind("/officeDocument");
    auto const part = archive.part(path, part_bytes);
    pugi::xml_document document;
    if (!part || !parse(document, *part)) return std::nullopt;
    auto const book = child(document, "workbook");
    Relationships const parts{archive, path, part_bytes};
    Workbook read;
    read.first_sheet = first_shown(book, parts);
    if (read.first_sheet.empty()) return std::nullopt;
    read.from_1904 = is_true(attribute(child(book, "workbookPr"), "date1904"));
    if (auto const strings = archive.part(parts.of_kind("/sharedStrings"), part_bytes))
        read.strings = read_strings(*strings);
    if (auto const styles = archive.part(parts.of_kind("/styles"), part_bytes))
        read.is_date = read_styles(*styles);
    return read;
}

}  // namespace horenso::sheet
