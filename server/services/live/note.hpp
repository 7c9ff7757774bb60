#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "services/live/order.hpp"

namespace horenso::live {

/// What was told, as text for the other nodes: `{"from":"node","told":[…]}`, in notes of at most
/// `most_bytes`. A step stays in one note; an event too long for a note goes without its JSON, and
/// whoever hears of it asks the database.
std::vector<std::string> write_notes(std::string_view node, std::vector<Step> const& steps,
                                     std::size_t most_bytes);

/// Nothing if the note comes from `node` itself or can't be read. `kind_of` gives the lasting name of a
/// kind of stream, empty for one that this program doesn't know; such are left out.
std::vector<Told> read_note(std::string_view node, std::string_view note,
                            std::function<std::string_view(std::string_view)> const& kind_of);

}  // namespace horenso::live
