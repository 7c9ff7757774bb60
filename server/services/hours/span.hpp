#pragma once
#include <array>
#include <map>
#include <optional>
#include <string>

#include "platform/time/days.hpp"

namespace horenso::hours {

/// A part of a day in minutes after its midnight. It may go on after the next midnight.
struct Span {
    int opens = 0;
    int closes = 0;
    friend bool operator==(Span, Span) = default;
};

inline constexpr int day_minutes = 24 * 60;
/// Opens within its day, closes later and within a day and a half.
constexpr bool is_span(Span span) {
    return span.opens >= 0 && span.opens < day_minutes && span.closes > span.opens &&
           span.closes <= day_minutes + day_minutes / 2;
}

/// When something is open, by weekday; `nullopt`: closed. Sunday first; the eighth is for public holidays.
using Week = std::array<std::optional<Span>, 8>;
inline constexpr std::size_t holidays = 7;

/// A day that is another than its week says.
struct Day {
    std::optional<Span> open;
    std::string name = {};
    friend bool operator==(Day const&, Day const&) = default;
};

/// Days by date: "2026-12-29", or "12-29" for every year. The one with the year says more.
using Days = std::map<std::string, Day, std::less<>>;

/// What one level says of its days.
struct Level {
    std::optional<Week> week = {};
    Days days = {};
};

/// What a level says of `date`, if it says anything.
std::optional<Day> say_of(Level const& level, Date const& date);
/// The special day alone.
std::optional<Day> special_day(Level const& level, Date const& date);

}  // namespace horenso::hours
