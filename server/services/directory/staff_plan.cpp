// What each row of a staff sheet means for the people who are there.
#include "services/directory/staff_plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <variant>

#include "platform/sheet/table.hpp"
#include "services/directory/likenesses.hpp"
#include "services/directory/login_id.hpp"
#include "services/directory/shared_ids.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

/// Everybody who is there, and what the rows so far have made of them.
class Staff {
public:
    Staff(std::vector<Person> people, Org org, LoginForm form)
        : org_(std::move(org)), form_(form), people_(std::move(people)) {
        for (std::size_t i = 0; i < people_.size(); ++i) {
            by_login_.emplace(people_[i].login, i);
            alike_.add(people_[i], i);
        }
    }

    /// The person a row means; nobody, if it means somebody new. A field if it can't be said.
    std::variant<std::optional<std::size_t>, Problem::Field> find(StaffRow const& row) {
        std::optional<std::size_t> found;
        auto const said = said_login(row);
        if (said) found = holder_of(*said);
        if (!found && !row.login) {
            auto const alike = alike_.of(row);
            if (alike.size() > 1) return ambiguous(row);
            if (!alike.empty()) found = alike.front();
        }
        if (!found && said && !new_logins_.insert(*said).second) return same_as_another(row, *said);
        if (found && !seen_.insert(*found).second)
            return same_as_another(row, people_[*found].login);
        return found;
    }

    /// As the row says, by its ID or, where logins are made from it, by its staff number.
    std::optional<std::string> said_login(StaffRow const& row) const {
        if (row.login) return full(*row.login);
        if (form_ == LoginForm::number && row.number) return full(*row.number);
        return std::nullopt;
    }
    /// Without a number there is nothing to make a login from.
    bool lacks_number(StaffRow const& row) const {
        return form_ == LoginForm::number && !row.login && !row.number;
    }

    Person& at(std::size_t index) { return people_[index]; }
    std::vector<Person> const& people() const { return people_; }

    /// A login for somebody new: as the row says, else by the pattern of clause 7.1.
    std::string login_for(StaffRow const& row) {
        auto const is_taken = [this](std::string_view login) {
            return by_login_.contains(std::string{login});
        };
        auto const said = said_login(row);
        auto login = said ? *said : new_login({row.kana, row.birth_year, org_.slug}, is_taken);
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
    std::optional<std::size_t> holder_of(std::string const& login) const {
        auto const known = by_login_.find(login);
        if (known == by_login_.end()) return std::nullopt;
        return known->second;
    }
    std::string full(std::string const& login) const {
        return login.find('@') == login.npos ? login + '@' + org_.slug : login;
    }

    Org org_;
    LoginForm form_;
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
    if (row.site) person.site = *row.site;
}

Person newcomer(StaffRow const& row, Staff& staff, Planning const& with) {
    Person person;
    person.id = with.ids.make<PersonId>(with.clock.now().ms);
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

/// A sheet changes nobody whom the one who brings it couldn't change by hand.
struct Reach {
    Tx& tx;
    Permitted const* permit;

    bool ends_before(PersonId person) const {
        return permit && refuse_out_of_reach(tx, *permit, person);
    }
};

Problem::Field shared_row(StaffRow const& row) {
    return {sheet::row_path(row.line), "directory.shared_row", {{"name", row.name}}};
}

/// One ID is one person (clause 3.3): nobody new is called 受付.
void refuse_shared(std::vector<StaffRow const*> const& newcomers, Faults& bad) {
    for (auto const* row : newcomers) {
        auto const login = row->login.value_or(row->number.value_or(""));
        if (is_shared_name(row->name) || is_shared_kana(row->kana) || is_shared_login(login))
            bad.emplace(row->line, shared_row(*row));
    }
}

/// Compares a row with the person it means.
void plan_known(StaffRow const& row, Person& person, Reach const& reach, StaffPlan& plan,
                Faults& bad) {
    auto const before = person;
    refuse_without_employment(row, before.employment.empty(), bad);
    apply(row, person);
    if (person.name != before.name && is_shared_name(person.name))
        bad.emplace(row.line, shared_row(row));
    if (person == before)
        ++plan.unchanged;
    else if (reach.ends_before(person.id))
        bad.emplace(row.line, Problem::Field{sheet::row_path(row.line),
                                             "directory.row_of_higher_rank",
                                             {{"name", before.name}}});
    else
        plan.changed.push_back({before, person});
}

/// Rows without an ID must mean one person afterwards too, or the same sheet could not come again.
void refuse_rows_for_several(StaffSheet const& sheet, Staff const& staff,
                             std::vector<StaffRow const*> const& newcomers, Faults& bad) {
    auto const has_login = [&](StaffRow const& row) { return staff.said_login(row).has_value(); };
    if (std::ranges::all_of(sheet.rows, has_login)) return;
    Likenesses alike;
    std::size_t index = 0;
    for (auto const& person : staff.people()) alike.add(person, index++);
    for (auto const* row : newcomers) {
        Person person;
        apply(*row, person);
        alike.add(person, index++);
    }
    for (auto const& row : sheet.rows)
        if (!has_login(row) && alike.of(row).size() > 1 && !bad.contains(row.line))
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

void refuse_without_number(Staff const& staff, std::vector<StaffRow const*> const& newcomers,
                           Faults& bad) {
    for (auto const* row : newcomers)
        if (staff.lacks_number(*row))
            bad.emplace(row->line,
                        Problem::Field{sheet::row_path(row->line), "directory.no_number", {}});
}

Problem refused(Faults&& bad) {
    Problem problem{.status = 422, .code = "directory.bad_sheet"};
    for (auto& [line, field] : bad) problem.fields.push_back(std::move(field));
    return problem;
}

/// Sorts the rows into people who are there and newcomers.
std::vector<StaffRow const*> plan_everybody_known(StaffSheet const& sheet, Staff& staff,
                                                  Reach const& reach, StaffPlan& plan, Faults& bad,
                                                  Progress& progress) {
    std::vector<StaffRow const*> newcomers;
    std::size_t looked_at = 0;
    for (auto const& row : sheet.rows) {
        progress.reach(++looked_at);
        auto found = staff.find(row);
        if (auto* field = std::get_if<Problem::Field>(&found))
            bad.emplace(row.line, std::move(*field));
        else if (auto const index = std::get<std::optional<std::size_t>>(found))
            plan_known(row, staff.at(*index), reach, plan, bad);
        else {
            refuse_without_employment(row, false, bad);
            newcomers.push_back(&row);
        }
    }
    return newcomers;
}

}  // namespace

Result<StaffPlan> plan_import(Tx& tx, Org const& home, StaffSheet const& sheet,
                              Planning const& with) {
    Faults bad;
    StaffPlan plan;
    begin(with.progress, ImportStep::checking, sheet.rows.size());
    auto people = people_since(tx, home.id, 0);
    std::erase_if(people, [](Person const& person) { return person.retired; });
    Staff staff{std::move(people), home, with.form};
    auto newcomers =
        plan_everybody_known(sheet, staff, Reach{tx, with.permit}, plan, bad, with.progress);
    refuse_rows_for_several(sheet, staff, newcomers, bad);
    refuse_logins_of_others(tx, home, newcomers, bad);
    refuse_shared(newcomers, bad);
    refuse_without_number(staff, newcomers, bad);
    if (!bad.empty()) return refused(std::move(bad));
    // Logins that the sheet says are taken before the pattern makes any.
    std::stable_partition(newcomers.begin(), newcomers.end(),
                          [&](auto const* row) { return staff.said_login(*row).has_value(); });
    plan.added.reserve(newcomers.size());
    for (auto const* row : newcomers) plan.added.push_back(newcomer(*row, staff, with));
    return plan;
}

}  // namespace horenso::directory
