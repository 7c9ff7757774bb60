#pragma once
#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "platform/store/stream.hpp"
#include "services/live/sync.hpp"

namespace horenso::live {

/// What one transaction tells of one stream: it carries one version and goes out together.
using Step = std::vector<Told>;
/// Of what several transactions told. What carries no version is a step of its own.
std::vector<Step> in_steps(std::vector<Told>&& told);

/// Puts what several nodes committed into the order of each stream's versions. News travels by different
/// ways (this node's own commits at once, others' over the bus, or not at all), so what comes too early
/// is held, and what doesn't come is named as a gap, to be filled from the database. Streams that nobody
/// here reads are not followed, but for a moment after something that lets a reader in, and after the last left.
class Order {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// One more loop has readers of `stream`; the first of them knew it at `version`.
    void opened(Stream const& stream, std::int64_t version);
    void closed(Stream const& stream, Time now);

    /// Gives what may go out now, in order, of what was told before and now.
    std::vector<Told> take(std::vector<Step>&& steps, Time now);

    /// The database says that the stream stands at `version`.
    void stands_at(Stream const& stream, std::int64_t version, Time now);

    /// Streams that have waited long enough for what is missing; each is named once, until `fill` or
    /// `not_filled` answers. `version` is the last that went out.
    std::vector<Standing> gaps(Time now);
    /// `told` (by version, all after the gap's) brings the stream to `version`. Gives what may go out;
    /// nothing if the stream has come further meanwhile.
    std::optional<std::vector<Told>> fill(Stream const& stream, std::vector<Told>&& told,
                                          std::int64_t version, Time now);
    void not_filled(Stream const& stream, Time now);  ///< it is named again in a while

    /// What is followed, to be compared with the database; `unsure` are the streams just opened, of
    /// which something may have been missed before.
    std::vector<Standing> followed() const;
    std::vector<Standing> unsure();

    /// How long something may be on its way before it counts as missing.
    static constexpr std::chrono::milliseconds patience{50};
    static constexpr std::chrono::milliseconds retry{500};
    /// How long whoever reads may take to be known as a reader.
    static constexpr std::chrono::milliseconds moment{1000};

private:
    struct Line {
        int loops = 0;
        bool filling = false;
        std::int64_t version = 0;  ///< the last that went out
        std::int64_t known = 0;    ///< the last that is known to exist
        std::int64_t first = 0;    ///< from which on nothing was left out
        Time begun = {};           ///< to have no reader
        std::map<std::int64_t, Step> held = {};
        std::optional<Time> behind_since = {};
    };

    void take_one(Step&& step, Time now, std::vector<Told>& out);
    void begin(Step&& step, Time now, std::vector<Told>& out);
    void forget_unread(Time now);
    static void release(Line& line, std::vector<Told>& out);
    static void look_behind(Line& line, Time now);

    std::unordered_map<Stream, Line> lines_;
    std::vector<Standing> unsure_;
};

}  // namespace horenso::live
