// What each row of a sheet means for the contacts that are there.
#include <iterator>
#include <map>
#include <set>
#include <variant>

#include "features/contacts/rows.hpp"
#include "features/contacts/sheet.hpp"
#include "platform/sheet/table.hpp"
#include "platform/text/fold.hpp"

namespace horenso::contacts {
namespace {

Problem::Field fault(SheetRow const& row, std::string code, Problem::Arguments arguments = {}) {
    return {sheet::row_path(row.line), std::move(code), std::move(arguments)};
}

/// A text as two sheets may both have typed it: with a space of any kind between its parts, or none.
std::string written_anyhow(std::string const& typed) {
    auto folded = text::fold_for_comparison(typed);
    std::erase(folded, ' ');  // folding has made every space of a name this one
    return folded;
}

std::string likeness_of(Entry const& entry) {
    return written_anyhow(entry.organisation) + '\n' + written_anyhow(entry.department) + '\n' +
           written_anyhow(entry.person);
}

/// Whom a cell means that says who sees to a contact.
class Staff {
public:
    Staff(Tx& tx, OrgId org) {
        for (auto const& person : directory::people_since(tx, org, 0)) {
            if (person.retired) continue;
            people_.emplace(person.login, person.id);
            people_.emplace(person.login.substr(0, person.login.find('@')), person.id);
            people_.emplace(written_anyhow(person.name), person.id);
        }
    }
    /// Nobody, one or several.
    std::vector<PersonId> called(std::string const& cell) const {
        std::set<PersonId> found;
        auto const login = directory::normalised_login(cell);
        for (auto const& words : {login.value_or(""), written_anyhow(cell)}) {
            auto const [first, last] = people_.equal_range(words);
            for (auto one = first; one != last; ++one) found.insert(one->second);
        }
        return {found.begin(), found.end()};
    }

private:
    std::multimap<std::string, PersonId> people_;
};

/// The contacts that are there, and which of them rows have meant so far.
class Book {
public:
    explicit Book(std::vector<Contact> contacts) : contacts_(std::move(contacts)) {
        for (std::size_t at = 0; at < contacts_.size(); ++at) {
            by_number_.emplace(contacts_[at].id, at);
            alike_.emplace(likeness_of(contacts_[at].entry), at);
        }
    }

    /// The contact that a row means; none, if it means a new one. A field if it can't be said.
    std::variant<Contact const*, Problem::Field> find(SheetRow const& row, Entry const& said) {
        auto const known = row.number ? by_number_.find(*row.number) : by_number_.end();
        if (known != by_number_.end()) return claimed(row, known->second);
        auto const likeness = likeness_of(said);
        auto const [first, last] = alike_.equal_range(likeness);
        if (first == last) return claimed_new(row, likeness);
        if (std::next(first) != last) return fault(row, "contacts.ambiguous_row");
        return claimed(row, first->second);
    }

private:
    std::variant<Contact const*, Problem::Field> claimed(SheetRow const& row, std::size_t at) {
        if (auto const [line, is_first] = lines_.emplace(at, row.line); !is_first)
            return fault(row, "contacts.row_twice", {{"line", std::to_string(line->second)}});
        return &contacts_[at];
    }
    /// Two that look the same are two if another place gave them numbers of their own.
    std::variant<Contact const*, Problem::Field> claimed_new(SheetRow const& row,
                                                             std::string const& likeness) {
        auto const key = std::pair{likeness, row.number.value_or(ContactId{})};
        if (auto const [line, is_first] = new_lines_.emplace(key, row.line); !is_first)
            return fault(row, "contacts.row_twice", {{"line", std::to_string(line->second)}});
        return static_cast<Contact const*>(nullptr);
    }

    std::vector<Contact> contacts_;
    std::map<ContactId, std::size_t> by_number_;
    std::multimap<std::string, std::size_t> alike_;
    std::map<std::size_t, std::size_t> lines_;
    std::map<std::pair<std::string, ContactId>, std::size_t> new_lines_;
};

/// What the row says over what is there; columns that the sheet lacks leave it as it is.
Entry applied(SheetRow const& row, Entry entry) {
    std::size_t column = 0;
    for (auto const& field : fields())
        if (auto const& text = row.texts[column++]) entry.*field.text = *text;
    return normalised(std::move(entry));
}

void set_responsible(SheetRow const& row, Staff const& staff, Entry& entry, sheet::Faults& faults) {
    if (!row.responsible) return;
    entry.responsible.reset();
    if (row.responsible->empty()) return;
    auto const found = staff.called(*row.responsible);
    if (found.size() == 1)
        entry.responsible = found.front();
    else
        faults.push_back(fault(
            row, found.empty() ? "contacts.unknown_responsible" : "contacts.ambiguous_responsible",
            {{"value", *row.responsible}}));
}

/// Takes row after row.
class Planning {
public:
    Planning(Book book, Staff staff) : book_(std::move(book)), staff_(std::move(staff)) {}

    void take(SheetRow const& row) {
        auto found = book_.find(row, applied(row, {}));
        if (auto* bad = std::get_if<Problem::Field>(&found)) {
            faults_.push_back(std::move(*bad));
            return;
        }
        auto const* known = std::get<Contact const*>(found);
        auto entry = applied(row, known ? known->entry : Entry{});
        set_responsible(row, staff_, entry, faults_);
        for (auto& one : faults_of(entry))
            faults_.push_back(fault(row, std::move(one.code), std::move(one.arguments)));
        if (!known)
            plan_.added.push_back(std::move(entry));
        else if (entry == known->entry)
            ++plan_.unchanged;
        else
            plan_.changed.push_back({*known, std::move(entry)});
    }

    Result<Plan> plan() {
        if (faults_.empty()) return std::move(plan_);
        return Problem{.status = 422, .code = "contacts.bad_sheet", .fields = std::move(faults_)};
    }

private:
    Book book_;
    Staff staff_;
    Plan plan_;
    sheet::Faults faults_;
};

}  // namespace

Result<Plan> plan_import(Tx& tx, OrgId org, Owner owner, std::vector<SheetRow> const& rows,
                         Progress& progress) {
    Planning planning{Book{contacts_of(tx, org, owner)}, Staff{tx, org}};
    std::size_t looked_at = 0;
    directory::begin(progress, directory::ImportStep::checking, rows.size());
    for (auto const& row : rows) {
        planning.take(row);
        progress.reach(++looked_at);
    }
    return planning.plan();
}

}  // namespace horenso::contacts
