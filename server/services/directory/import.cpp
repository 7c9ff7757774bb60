// Staff from a CSV file (clause B13): what each row means for the people who are there.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <set>
#include <unordered_map>
#include <variant>

#include "services/directory/directory.hpp"
#include "services/directory/login_id.hpp"
#include "services/directory/rows.hpp"
#include "services/directory/staff_sheet.hpp"

namespace horenso::directory {
namespace {

std::string text_of(Date const& date) {
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

Date today_in_japan(Instant now) {
    auto const local =
        std::chrono::sys_time<std::chrono::milliseconds>{std::chrono::milliseconds{now.ms}} +
        std::chrono::hours{9};
    std::chrono::year_month_day const day{std::chrono::floor<std::chrono::days>(local)};
    return {int{day.year()}, static_cast<int>(unsigned{day.month()}),
            static_cast<int>(unsigned{day.day()})};
}

/// Who a row without an ID can be: the same name, kana and day of hiring.
std::string likeness(std::string const& name, std::string const& kana,
                     std::string const& hired_on) {
    return name + '\n' + kana + '\n' + hired_on;
}

/// Everybody who is there, and what the rows so far have made of them.
class Staff {
public:
    Staff(std::vector<Person> people, Org org) : org_(std::move(org)), people_(std::move(people)) {
        for (std::size_t i = 0; i < people_.size(); ++i) {
            by_login_.emplace(people_[i].login, i);
            by_likeness_.emplace(
                likeness(people_[i].name, people_[i].kana, people_[i].hired_on.value_or("")), i);
        }
    }

    /// The person a row means; nobody, if it means somebody new. A field if it can't be said.
    std::variant<std::optional<std::size_t>, Problem::Field> find(StaffRow const& row) {
        std::optional<std::size_t> found;
        if (row.login) {
            auto const known = by_login_.find(full(*row.login));
            if (known != by_login_.end()) found = known->second;
        } else {
            auto const hired_on = row.hired_on ? text_of(*row.hired_on) : std::string{};
            auto const [first, last] =
                by_likeness_.equal_range(likeness(row.name, row.kana, hired_on));
            if (first != last && std::next(first) != last)
                return Problem::Field{row_path(row.line), "directory.ambiguous_row", {}};
            if (first != last) found = first->second;
        }
        if (found && !seen_.insert(*found).second)
            return Problem::Field{row_path(row.line),
                                  "directory.login_of_another",
                                  {{"login", people_[*found].login}}};
        return found;
    }

    Person& at(std::size_t index) { return people_[index]; }

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

private:
    std::string full(std::string const& login) const {
        return login.find('@') == login.npos ? login + '@' + org_.slug : login;
    }

    Org org_;
    std::vector<Person> people_;
    std::unordered_map<std::string, std::size_t> by_login_;
    std::unordered_multimap<std::string, std::size_t> by_likeness_;
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
    if (row.hired_on) person.hired_on = text_of(*row.hired_on);
}

Person newcomer(StaffRow const& row, Staff& staff, Clock const& clock, IdSource& ids) {
    Person person;
    person.id = ids.make<PersonId>(clock.now().ms);
    person.login = staff.login_for(row);
    apply(row, person);
    return person;
}

/// What a sheet comes to, before anything is written.
struct Plan {
    std::vector<Person> changed;
    std::vector<Person> added;
    std::int64_t unchanged = 0;
};

/// Compares a row with the person it means.
void plan_known(StaffRow const& row, Person& person, Plan& plan) {
    auto const before = person;
    apply(row, person);
    if (person == before)
        ++plan.unchanged;
    else
        plan.changed.push_back(person);
}

Result<Plan> plan_import(StaffSheet const& sheet, Staff& staff, Clock const& clock, IdSource& ids) {
    Problem bad{.status = 422, .code = "directory.bad_sheet"};
    Plan plan;
    std::vector<StaffRow const*> newcomers;
    for (auto const& row : sheet.rows) {
        auto found = staff.find(row);
        if (auto* field = std::get_if<Problem::Field>(&found))
            bad.fields.push_back(std::move(*field));
        else if (auto const index = std::get<std::optional<std::size_t>>(found))
            plan_known(row, staff.at(*index), plan);
        else
            newcomers.push_back(&row);
    }
    if (!bad.fields.empty()) return bad;
    // Logins that the sheet says are taken before the pattern makes any.
    std::stable_partition(newcomers.begin(), newcomers.end(),
                          [](auto const* row) { return row->login.has_value(); });
    for (auto const* row : newcomers) plan.added.push_back(newcomer(*row, staff, clock, ids));
    return plan;
}

Result<ImportReport> import_rows(Tx& tx, OrgId org, StaffSheet const& sheet, Clock const& clock,
                                 IdSource& ids) {
    auto const home = lock_org(tx, org);  // imports go one after the other
    if (!home) return Problem{.status = 404, .code = "app.which_organisation"};
    Staff staff{people_since(tx, org, 0), *home};
    auto const plan = plan_import(sheet, staff, clock, ids);
    if (!plan) return plan.problem();
    if (!plan->added.empty() || !plan->changed.empty()) {
        auto const version = tx.advance(directory_stream(org));
        for (auto const& person : plan->changed) update_person(tx, org, person, version);
        for (auto const& person : plan->added) insert_person(tx, org, person, version);
        tell_people_changed(tx, org, version);
    }
    return ImportReport{static_cast<std::int64_t>(plan->added.size()),
                        static_cast<std::int64_t>(plan->changed.size()), plan->unchanged};
}

}  // namespace

Task<Result<ImportReport>> Directory::import_staff(Viewer const& viewer, std::string csv) {
    auto const sheet = read_staff_sheet(csv, today_in_japan(needs_.clock.now()));
    auto keep = [&](Tx& tx) -> Result<ImportReport> {
        auto administrator = require_administrator(tx, viewer);
        if (!administrator) return administrator.problem();
        if (!sheet) return sheet.problem();
        return import_rows(tx, administrator->org(), *sheet, needs_.clock, needs_.ids);
    };
    co_return co_await needs_.store.write(keep);
}

Task<Result<ImportReport>> Directory::import_staff_of(OrgId org, std::string csv) {
    auto const sheet = read_staff_sheet(csv, today_in_japan(needs_.clock.now()));
    if (!sheet) co_return sheet.problem();
    auto keep = [&](Tx& tx) { return import_rows(tx, org, *sheet, needs_.clock, needs_.ids); };
    co_return co_await needs_.store.write(keep);
}

}  // namespace horenso::directory
