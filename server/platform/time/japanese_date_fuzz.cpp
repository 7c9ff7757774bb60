#include <cstdint>
#include <cstdlib>

#include "platform/time/japanese_date.hpp"

namespace {

using namespace horenso;

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// What is read is a day of the calendar, whatever spaces are around it, and every form in which a day
/// is written or reckoned with leads back to it.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const date = parse_japanese_date(text);
    if (size <= 90) require(parse_japanese_date("\u3000 " + std::string{text} + ' ') == date);
    if (!date) return 0;
    require(is_date(*date));
    require(iso_text(*date).size() == 10 && parse_japanese_date(iso_text(*date)) == date);
    auto const midnight = local_midnight(*date);
    require(local_date(midnight) == *date);
    require(local_date(midnight - std::chrono::milliseconds{1}) < *date);
    require(!month_day_weekday(*date).empty());
    return 0;
}
