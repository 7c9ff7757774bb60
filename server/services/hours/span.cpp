#include "services/hours/span.hpp"

#include "platform/time/holidays.hpp"

namespace horenso::hours {

std::optional<Day> special_day(Level const& level, Date const& date) {
    auto const iso = iso_text(date);
    for (auto const& key : {iso, iso.substr(iso.find('-') + 1)})
        if (auto const found = level.days.find(key); found != level.days.end())
            return found->second;
    return std::nullopt;
}

std::optional<Day> say_of(Level const& level, Date const& date) {
    if (auto const special = special_day(level, date)) return special;
    if (!level.week) return std::nullopt;
    if (auto const name = holiday_name(date))
        return Day{(*level.week)[holidays], std::string{*name}};
    return Day{(*level.week)[weekday(date).c_encoding()]};
}

}  // namespace horenso::hours
