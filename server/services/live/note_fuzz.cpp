#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "platform/base/log.hpp"
#include "services/live/note.hpp"

namespace {

using namespace horenso;
using namespace horenso::live;

constexpr std::size_t most_bytes = 1'000;

void require(bool holds) {
    if (!holds) std::abort();
}

std::string_view known_kind(std::string_view name) {
    for (std::string_view const kind : {"room", "person"})
        if (kind == name) return kind;
    return {};
}

bool is_same(Told const& was, Told const& is) {
    return was.what == is.what && was.stream == is.stream && was.version == is.version &&
           was.person == is.person && was.session == is.session;
}

std::vector<Step> each_alone(std::vector<Told> const& told) {
    std::vector<Step> steps;
    for (auto const& one : told) steps.push_back({one});
    return steps;
}

/// What is passed on is heard in the same order, whole or without the JSON that a note has no room for.
void pass_on(std::vector<Told> const& told) {
    std::vector<Told> heard;
    for (auto const& note : write_notes("here", each_alone(told), most_bytes)) {
        require(note.size() <= most_bytes);
        require(read_note("here", note, known_kind).empty());
        for (auto& one : read_note("there", note, known_kind)) heard.push_back(std::move(one));
    }
    require(heard.size() == told.size());
    for (std::size_t i = 0; i < told.size(); ++i) {
        require(is_same(told[i], heard[i]));
        require(heard[i].json == told[i].json || heard[i].json.empty());
        // Escaping makes six bytes of one at most.
        require(told[i].json.size() > 100 || heard[i].json == told[i].json);
    }
}

}  // namespace

/// A note of another node that is read names known streams only, and can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    log::set_level(log::Level::error);  // a strange note is a warning
    auto const told = read_note("there", {reinterpret_cast<char const*>(data), size}, known_kind);
    for (auto const& one : told) require(!known_kind(one.stream.kind).empty());
    pass_on(told);
    return 0;
}
