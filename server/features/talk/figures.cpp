#include "features/talk/figures.hpp"

#include <algorithm>
#include <map>

namespace horenso::talk {
namespace {

constexpr std::int64_t minute_ms = 60'000;

constexpr Sql select_sent{R"(
    SELECT author_id, posted_at / 60000, COUNT(*), COUNT(urgent)
      FROM talk_message
     WHERE org_id = $1 AND posted_at >= $2 AND posted_at < $3
     GROUP BY 1, 2)"};

/// When departments work, each day looked up once.
class WorkingDays {
public:
    explicit WorkingDays(hours::Calendar const& calendar) : calendar_(calendar) {}

    bool work(std::string const& department, Instant at) {
        auto const today = local_date(at);
        auto const minute = static_cast<int>((at.ms - local_midnight(today).ms) / minute_ms);
        // What opened yesterday may go on after midnight.
        return lies_in(span(department, today), minute) ||
               lies_in(span(department, add_days(today, -1)), minute + hours::day_minutes);
    }

private:
    static bool lies_in(std::optional<hours::Span> span, int minute) {
        return span && span->opens <= minute && minute < span->closes;
    }
    std::optional<hours::Span> span(std::string const& department, Date const& date) {
        auto const [found, is_new] = spans_.try_emplace({department, date});
        if (is_new) found->second = calendar_.working(department, date);
        return found->second;
    }
    hours::Calendar const& calendar_;
    std::map<std::pair<std::string, Date>, std::optional<hours::Span>> spans_;
};

/// The first day of "2026-11".
std::optional<Date> first_day(std::string const& month) {
    auto const date = parse_japanese_date(month + "-01");
    if (!date || iso_text(*date) != month + "-01") return std::nullopt;
    return date;
}

Date next_month(Date const& first) {
    return first.month == 12 ? Date{first.year + 1, 1, 1} : Date{first.year, first.month + 1, 1};
}

/// The departments whose figures the viewer may see; all of them for who is permitted `figures`.
Result<std::vector<DepartmentFigures>> visible(Tx& tx, Viewer const& viewer,
                                               std::vector<directory::Person> const& everybody) {
    auto const is_viewer = [&](directory::Person const& one) { return one.id == viewer.person; };
    auto const me = std::ranges::find_if(everybody, is_viewer);
    auto const sees_all = directory::may(tx, viewer, Permission::figures);
    auto const own = me == everybody.end() ? std::string{} : me->department;
    if (!sees_all && (own.empty() || !directory::is_head(tx, viewer.org, viewer.person, own)))
        return Problem{.status = 403, .code = "talk.figures_not_yours"};
    std::map<std::string, DepartmentFigures> all;
    for (auto const& one : everybody)
        if (sees_all || one.department == own) {
            auto& of = all[one.department];
            of.department = one.department;
            ++of.people;
        }
    std::vector<DepartmentFigures> list;
    for (auto& [name, of] : all) list.push_back(std::move(of));
    return list;
}

}  // namespace

Task<Result<MonthFigures>> Figures::of_month(Viewer const& viewer,
                                             std::optional<std::string> month) const {
    if (!month) month = iso_text(local_date(needs_.clock.now())).substr(0, 7);
    auto const first = first_day(*month);
    if (!first) co_return Problem{.status = 422, .code = "talk.bad_month"};
    auto read = [&](Tx& tx) -> Result<MonthFigures> {
        auto const everybody = directory::people_since(tx, viewer.org, 0);
        auto departments = visible(tx, viewer, everybody);
        if (!departments) return departments.problem();
        std::map<std::int64_t, DepartmentFigures*> by_author;
        for (auto const& one : everybody)
            for (auto& of : *departments)
                if (of.department == one.department && !of.few()) by_author[one.id.value] = &of;
        auto const calendar = needs_.hours.calendar(tx, viewer.org, {});
        WorkingDays days{calendar};
        auto row = tx.query(select_sent, viewer.org, local_midnight(*first),
                            local_midnight(next_month(*first)));
        while (row.next()) {
            auto const author = by_author.find(row.get<std::int64_t>(0));
            if (author == by_author.end()) continue;
            auto& of = *author->second;
            auto const sent = row.get<std::int64_t>(2);
            of.sent += sent;
            of.urgent += row.get<std::int64_t>(3);
            if (!days.work(of.department, Instant{row.get<std::int64_t>(1) * minute_ms}))
                of.outside += sent;
        }
        return MonthFigures{*month, *std::move(departments)};
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::talk
