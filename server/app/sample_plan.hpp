#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/sample_files.hpp"
#include "platform/time/clock.hpp"
#include "platform/time/japanese_date.hpp"

namespace horenso::app {

/// The day `days` working days (Monday to Friday) after `date`; before it when negative. From a weekend
/// the next working day is Monday, the last one Friday.
Date working_day(Date const& date, int days);

/// `text` with "{+2}" replaced by the date two working days after `date`.
std::string with_dates(std::string const& text, Date const& date);

/// What somebody does in a room: says something, or has read up to `seq`.
struct SampleStep {
    enum class Kind { say, read } kind;
    Instant at;
    std::string who;
    std::int64_t seq;  ///< of the message said, or the newest one read
    std::string text;  ///< what is said
};

/// All that happens in a room with these members, when the office is made on `today`: its messages, and
/// who reads them when (at everybody's own times, and before saying something).
std::vector<SampleStep> plan_room(SampleOffice const& office, SampleOffice::Room const& room,
                                  std::span<std::string const> members, Date const& today);

}  // namespace horenso::app
