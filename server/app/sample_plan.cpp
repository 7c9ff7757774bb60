#include "app/sample_plan.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "platform/time/days.hpp"

namespace horenso::app {
namespace {

using namespace std::chrono_literals;
using Line = SampleOffice::Line;

constexpr int days_of_talk = 5;

bool is_working_day(Date const& date) {
    auto const day = weekday(date);
    return day != std::chrono::Saturday && day != std::chrono::Sunday;
}

Instant moment(Line const& line, Date const& today) {
    return local_midnight(working_day(today, -line.days_ago)) + line.at;
}

/// The same number for the same text on every machine, spread evenly enough.
std::uint32_t spread(std::string_view text) {
    std::uint32_t number = 2166136261;  // FNV-1a
    for (auto const c : text) number = (number ^ static_cast<unsigned char>(c)) * 16777619;
    return number ^ (number >> 15);
}

/// Replays a room message by message and keeps how far everybody has read.
class Replay {
public:
    Replay(SampleOffice::Room const& room, Date const& today) : room_(room), today_(today) {}

    void say(Line const& line) {
        look(line.author, moment(line, today_) - 20s);  // lines are a minute apart at least
        auto const date = working_day(today_, -line.days_ago);
        ++said_;
        steps_.push_back({SampleStep::Kind::say, moment(line, today_), line.author, said_,
                          with_dates(line.text, date)});
        read_[line.author] = said_;
    }

    void look(std::string const& who, Instant at) {
        auto const held = room_.unread.find(who);
        auto const all = static_cast<std::int64_t>(room_.talk.size());
        auto const most =
            held == room_.unread.end() ? all : all - static_cast<std::int64_t>(held->second);
        auto const mark = std::min(said_, most);
        if (mark <= read_[who]) return;
        read_[who] = mark;
        steps_.push_back({SampleStep::Kind::read, at, who, mark, {}});
    }

    std::vector<SampleStep> take() { return std::move(steps_); }

private:
    SampleOffice::Room const& room_;
    Date const& today_;
    std::int64_t said_ = 0;
    std::unordered_map<std::string, std::int64_t> read_;
    std::vector<SampleStep> steps_;
};

struct Glance {
    Instant at;
    std::string const* who;
};

/// When the members look into their rooms, in order of time.
std::vector<Glance> glances(SampleOffice const& office, std::span<std::string const> members,
                            Date const& today) {
    std::vector<Glance> all;
    for (int day = -days_of_talk; day < 0; ++day) {
        auto const midnight = local_midnight(working_day(today, day));
        for (auto const& who : members) {
            if (std::ranges::count(office.away, who) > 0) continue;
            for (auto const& look : office.looks) {
                auto const own = spread(who + std::to_string(day + look.from.count()));
                auto const seconds =
                    std::chrono::seconds{own % static_cast<unsigned>(look.minutes * 60)};
                all.push_back({midnight + look.from + seconds, &who});
            }
        }
    }
    std::ranges::stable_sort(all, {}, &Glance::at);
    return all;
}

}  // namespace

Date working_day(Date const& date, int days) {
    auto const direction = days < 0 ? -1 : 1;
    auto day = date;
    for (int left = days * direction; left > 0;) {
        day = add_days(day, direction);
        if (is_working_day(day)) --left;
    }
    return day;
}

std::string with_dates(std::string const& text, Date const& date) {
    std::string out;
    std::size_t at = 0;
    for (auto open = text.find("{+"); open != text.npos; open = text.find("{+", at)) {
        int days = 0;
        auto const* end = text.data() + text.size();
        auto const [rest, error] = std::from_chars(text.data() + open + 2, end, days);
        auto const is_date = error == std::errc{} && rest != end && *rest == '}';
        out.append(text, at, open - at);
        out += is_date ? month_day_weekday(working_day(date, days)) : "{+";
        at = is_date ? static_cast<std::size_t>(rest - text.data()) + 1 : open + 2;
    }
    return out.append(text, at);
}

std::vector<SampleStep> plan_room(SampleOffice const& office, SampleOffice::Room const& room,
                                  std::span<std::string const> members, Date const& today) {
    Replay replay{room, today};
    auto const looks = glances(office, members, today);
    auto next = looks.begin();
    for (auto const& line : room.talk) {
        for (; next != looks.end() && next->at < moment(line, today); ++next)
            replay.look(*next->who, next->at);
        replay.say(line);
    }
    for (; next != looks.end(); ++next) replay.look(*next->who, next->at);
    return replay.take();
}

}  // namespace horenso::app
