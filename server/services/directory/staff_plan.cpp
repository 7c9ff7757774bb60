// What each row of a staff sheet means for the people who are there.
#include "services/directory/staff_plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <variant>

#include "platform/sheet/table.hpp"
#include "platform/text/fold.hpp"
#include "services/directory/login_id.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

/// A name as two sheets may both have typed it: with a space of any kind between its parts, or none,
/// and with any variant of a character.
std::string written_anyhow(std::string const& name) {
    auto folded = text::fold_for_comparison(name);
    std::erase(folded, ' ');  // folding has made every space of a name this one
    return folded;
}

/// Everybody of one name and kana, and when they were hired: who a row without an ID can be.
class Likenesses {
public:
    void add(Person const& person, std::size_t index) {
        people_.emplace(key(person.name, person.kana), Hired{person.hired_on, index});
    }
    /// Whom `row` can be, two at most. A row that doesn't say when can be whoever has the name.
    std::vector<std::size_t> of(StaffRow const& row) const {
        std::vector<std::size_t> found;
        auto const [first, last] = people_.equal_range(key(row.name, row.kana));
        for (auto one = first; one != last && found.size() < 2; ++one)
            if (!row.hired_on || one->second.on == iso_text(*row.hired_on))
                found.push_back(one->second.index);
        return found;
    }

private:
    struct Hired {
        std::optional<std::string> on;
        std::size_t index;
    };
    static std::string key(std::string const& name, std::string const& kana) {
        return written_anyhow(name) + '\n' + written_anyhow(kana);
    }
    std::multimap<std::string, Hired> people_;
};

/// Everybody who is there, and what the rows so far have made of them.
class Staff {
public:
    Staff(std::vector<Person> people, Org org) : org_(std::move(org)), people_(std::move(people)) {
        for (std::size_t i = 0; i < people_.size(); ++i) {
            by_login_.emplace(people_[i].login, i);
            alike_.add(people_[i], i);
        }
    }

    /// The person a row means; nobody, if it means somebody new. A field if it can't be said.
    std::variant<std::optional<std::size_t>, Problem::Field> find(StaffRow const& row) {
        std::optional<std::size_t> found;
        if (row.login) {
            auto const login = full(*row.login);
            auto const known = by_login_.find(login);
            if (known != by_login_.end())
                found = known->second;
            else if (!new_logins_.insert(login).second)
                return same_as_another(row, login);
        } else {
            auto const alike = alike_.of(row);
            if (alike.size() > 1) return ambiguous(row);
            if (!alike.empty()) found = alike.front();
        }
        if (found && !seen_.insert(*found).second)
            return same_as_another(row, people_[*found].login);
        return found;
    }

    Person& at(std::size_t index) { return people_[index]; }
    std::vector<Person> const& people() const { return people_; }

    /// A login for somebody new: as the row says, else by the pattern of clause 7.1.
    std::string login_for(StaffRow const& row) {
        auto const is_taken = [this](std::string_view login) {
            return by_login_.contains(std::string{login});
        };
        auto login = row.login ? full(*row.login)
                               : new_login({row.kana, row.birth_year, org_.slug}, is_taken);
        by_login_.emplace(login, people_.size());
        return login;
    }

    static Problem::Field ambiguous(StaffRow const& row) {
        return {sheet::row_path(row.line), "directory.ambiguous_row", {}};
    }

private:
    static Problem::Field same_as_another(StaffRow const& row, std::string const& login) {
        return {sheet::row_path(row.line), "directory.login_of_another", {{"login", login}}};
    }
    std::string full(std::string const& login) const {
        return login.find('@') == login.npos ? login + '@' + org_.slug : login;
    }

    Org org_;
    std::vector<Person> people_;
    std::unordered_map<std::string, std::size_t> by_login_;
    std::set<std::string> new_logins_;
    Likenesses alike_;
    std::set<std::size_t> seen_;
};

/// Columns the sheet doesn't have leave the person as they are.
void apply(StaffRow const& row, Person& person) {
    person.name = row.name;
    person.kana = row.kana;
    if (row.department) person.department = *row.department;
    if (row.position) person.position = *row.position;
    if (row.employment) person.employment = *row.employment;
    if (row.extension) person.extension = *row.extension;
    if (row.hired_on) person.hired_on = iso_text(*row.hired_on);
    if (row.posts) person.posts = *row.posts;
    if (row.telephone) person.telephone = *row.telephone;
    if (row.duties) person.duties = *row.duties;
}

Person newcomer(StaffRow const& row, Staff& staff, Clock const& clock, IdSource& ids) {
    Person person;
    person.id = ids.make<PersonId>(clock.now().ms);
    person.login = staff.login_for(row);
    apply(row, person);
    return person;
}

/// What is wrong with single rows, by their lines.
using Faults = std::multimap<std::size_t, Problem::Field>;

/// An account that nobody is employed by, as the first administrator's, may stay so.
void refuse_without_employment(StaffRow const& row, bool may_be_empty, Faults& bad) {
    if (!row.employment || !row.employment->empty() || may_be_empty) return;
    Problem::Arguments arguments{
        {"column", std::string{words_ja::heading(words_ja::Column::employment)}}};
    bad.emplace(row.line, Problem::Field{sheet::row_path(row.line), "sheet.empty_cell",
                                         std::move(arguments)});
}

/// Compares a row with the person it means.
void plan_known(StaffRow const& row, Person& person, StaffPlan& plan, Faults& bad) {
    auto const before = person;
    refuse_without_employment(row, before.employment.empty(), bad);
    apply(row, person);
    if (person == before)
        ++plan.unchanged;
    else
        plan.changed.push_back({before, person});
}

/// Rows without an ID must mean one person afterwards too, or the same sheet could not come again.
void refuse_rows_for_several(StaffSheet const& sheet, Staff const& staff,
                             std::vector<StaffRow const*> const& newcomers, Faults& bad) {
    Likenesses alike;
    std::size_t index = 0;
    for (auto const& person : staff.people()) alike.add(person, index++);
    for (auto const* row : newcomers) {
        Person person;
        apply(*row, person);
        alike.add(person, index++);
    }
    for (auto const& row : sheet.rows)
        if (!row.login && alike.of(row).size() > 1 && !bad.contains(row.line))
            bad.emplace(row.line, Staff::ambiguous(row));
}

/// A login's ending says which organisation is asked at sign-in. With another's nobody could sign in by
/// password, or a namesake there could.
void refuse_logins_of_others(Tx& tx, Org const& home, std::vector<StaffRow const*> const& newcomers,
                             Faults& bad) {
    for (auto const* row : newcomers) {
        if (!row->login || row->login->find('@') == std::string::npos) continue;
        auto const asked = find_org_of_login(tx, *row->login);
        if (asked && asked->id == home.id) continue;
        Problem::Arguments arguments{{"login", *row->login}, {"ending", '@' + home.slug}};
        bad.emplace(row->line,
                    Problem::Field{sheet::row_path(row->line),
                                   "directory.login_of_other_organisation", std::move(arguments)});
    }
}

Problem refused(Faults&& bad) {
    Problem problem{.status = 422, .code = "directory.bad_sheet"};
    for (auto& [line, field] : bad) problem.fields.push_back(std::move(field));
    return problem;
}

/// Sorts the rows into people who are there and newcomers.
std::vector<StaffRow const*> plan_everybody_known(StaffSheet const& sheet, Staff& staff,
                                                  StaffPlan& plan, Faults& bad) {
    std::vector<StaffRow const*> newcomers;
    for (auto const& row : sheet.rows) {
        auto found = staff.find(row);
        if (auto* field = std::get_if<Problem::Field>(&found))
            bad.emplace(row.line, std::move(*field));
        else if (auto const index = std::get<std::optional<std::size_t>>(found))
            plan_known(row, staff.at(*index), plan, bad);
        else {
            refuse_without_employment(row, false, bad);
            newcomers.push_back(&row);
        }
    }
    return newcomers;
}

}  // namespace

Result<StaffPlan> plan_import(Tx& tx, Org const& home, StaffSheet const& sheet, Clock const& clock,
                              IdSource& ids) {
    Faults bad;
    StaffPlan plan;
    auto people = people_since(tx, home.id, 0);
    std::erase_if(people, [](Person const& person) { return person.retired; });
    Staff staff{std::move(people), home};
    auto newcomers = plan_everybody_known(sheet, staff, plan, bad);
    refuse_rows_for_several(sheet, staff, newcomers, bad);
    refuse_logins_of_others(tx, home, newcomers, bad);
    if (!bad.empty()) return refused(std::move(bad));
    // Logins that the sheet says are taken before the pattern makes any.
    std::stable_partition(newcomers.begin(), newcomers.end(),
                          [](auto const* row) { return row->login.has_value(); });
    for (auto const* row : newcomers) plan.added.push_back(newcomer(*row, staff, clock, ids));
    return plan;
}

}  // namespace horenso::directory
