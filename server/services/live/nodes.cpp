#include "services/live/nodes.hpp"

#include "platform/base/log.hpp"
#include "platform/crypto/token.hpp"
#include "services/live/note.hpp"

namespace horenso::live {

Live::Nodes::Nodes(Live& live, net::Loops& loops, Together together)
    : live_(live),
      loops_(loops),
      together_(std::move(together)),
      name_(crypto::sha256_hex(crypto::random_bytes(16)).substr(0, 12)) {}

void Live::Nodes::committed(std::vector<Told>&& told) {
    auto steps = in_steps(std::move(told));
    if (together_.send) together_.send(write_notes(name_, steps, together_.note_bytes));
    std::erase_if(steps, [](Step const& step) {  // went out already
        return step.front().what == Told::What::access_ended;
    });
    loops_.post(0, [this, steps = std::move(steps)]() mutable { take(std::move(steps)); });
}

void Live::Nodes::heard(std::string_view note) {
    auto const kind_of = [this](std::string_view kind) { return together_.sync.kind(kind); };
    auto steps = in_steps(read_note(name_, note, kind_of));
    if (steps.empty()) return;
    loops_.post(0, [this, steps = std::move(steps)]() mutable { take(std::move(steps)); });
}

void Live::Nodes::take(std::vector<Step>&& steps) {
    auto out = order_.take(std::move(steps), std::chrono::steady_clock::now());
    if (!out.empty()) live_.fan_out(std::move(out));
}

void Live::Nodes::tick(Time now) {
    for (auto const& gap : order_.gaps(now))
        loops_.spawn(0, "live.fill", [this, gap] { return fill(gap); });
    if (looking_) return;
    auto streams = order_.unsure();
    if (now >= next_look_) {
        streams = order_.followed();
        next_look_ = now + look_period;
    }
    if (streams.empty()) return;
    looking_ = true;
    loops_.spawn(0, "live.look", [this, streams] { return look(streams); });
}

/// Which of `streams` stand further in the database than here?
Task<> Live::Nodes::look(std::vector<Standing> streams) {
    std::vector<Standing> ahead;
    try {
        ahead = co_await together_.sync.ahead(std::move(streams));
    } catch (std::exception const& error) {
        log::warning("live.look_failed", {{"what", error.what()}});
    }
    looking_ = false;
    auto const now = std::chrono::steady_clock::now();
    for (auto const& standing : ahead) order_.stands_at(standing.stream, standing.version, now);
}

Task<> Live::Nodes::fill(Standing gap) {
    Missed missed;
    try {
        missed = co_await together_.sync.missed(gap);
    } catch (std::exception const& error) {
        log::warning("live.fill_failed", {{"what", error.what()}});
        order_.not_filled(gap.stream, std::chrono::steady_clock::now());
        co_return;
    }
    if (missed.access_of == 0) co_return filled(gap.stream, std::move(missed));
    // Who is told to ask must hear by then what comes after the answer.
    Reader const reader{gap.stream.org, missed.access_of, 0};
    live_.revisit(reader,
                  [this, stream = gap.stream, missed = std::move(missed)](bool well) mutable {
                      if (well) return filled(stream, std::move(missed));
                      order_.not_filled(stream, std::chrono::steady_clock::now());
                  });
}

void Live::Nodes::filled(Stream const& stream, Missed&& missed) {
    auto const now = std::chrono::steady_clock::now();
    auto out = order_.fill(stream, std::move(missed.told), missed.version, now);
    if (out) live_.fan_out_missed(stream, std::move(missed), std::move(*out));
}

}  // namespace horenso::live
