#pragma once
#include <functional>
#include <string_view>

#include "services/live/sync.hpp"

namespace horenso::live {

/// That something of the stream changed, but not what: clients fetch what they show.
/// `type`: of the event, "hours.changed".
Told changed(std::string_view type, Stream const& stream, std::int64_t version);
/// Counts the stream's version up, and tells that.
void tell_changed(Tx& tx, std::string_view type, Stream const& stream);

/// A stream of nothing but such events. `kind` and `type` are literals; `stream_of`: which one a reader reads.
Source source_of_changes(std::string_view kind, std::string_view type,
                         std::function<Stream(Reader)> stream_of);

}  // namespace horenso::live
