#include "services/live/order.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace horenso::live {
namespace {

void append(std::vector<Told>& to, std::vector<Told>&& from) {
    std::move(from.begin(), from.end(), std::back_inserter(to));
}

/// A note that only says that there is a version, because the event itself was too long for it.
bool lacks_event(Step const& told) {
    return std::any_of(told.begin(), told.end(), [](Told const& one) {
        return one.what == Told::What::event && one.json.empty();
    });
}

bool lets_somebody_in(Step const& told) {
    return std::any_of(told.begin(), told.end(),
                       [](Told const& one) { return one.what == Told::What::reader_joined; });
}

bool is_together(Told const& a, Told const& b) {
    return a.version != 0 && a.version == b.version && a.stream == b.stream;
}

}  // namespace

std::vector<Step> in_steps(std::vector<Told>&& told) {
    std::vector<Step> steps;
    for (auto& one : told) {
        auto const same = std::find_if(steps.rbegin(), steps.rend(), [&](Step const& step) {
            return is_together(step.front(), one);
        });
        auto& step = same == steps.rend() ? steps.emplace_back() : *same;
        step.push_back(std::move(one));
    }
    return steps;
}

void Order::opened(Stream const& stream, std::int64_t version) {
    auto const [found, is_new] = lines_.try_emplace(stream);
    auto& line = found->second;
    if (++line.loops > 1) return;
    // What went out before we knew of the reader isn't told to it again, if it can have missed nothing.
    if (is_new || version + 1 < line.first) {
        line.version = line.known = version;
        line.first = version + 1;
    }
    unsure_.push_back({stream, line.version});
}

void Order::closed(Stream const& stream, Time now) {
    auto const line = lines_.find(stream);
    if (line == lines_.end() || --line->second.loops > 0) return;
    line->second.begun = now;  // a reader of another loop, who hears already, may not be known yet
}

std::vector<Told> Order::take(std::vector<Step>&& steps, Time now) {
    std::vector<Told> out;
    for (auto& step : steps) take_one(std::move(step), now, out);
    return out;
}

void Order::take_one(Step&& told, Time now, std::vector<Told>& out) {
    auto const version = told.front().version;
    if (version == 0) return append(out, std::move(told));
    auto const found = lines_.find(told.front().stream);
    if (found == lines_.end()) return begin(std::move(told), now, out);
    auto& line = found->second;
    if (version <= line.version) return;
    line.known = std::max(line.known, version);
    auto const is_lacking = lacks_event(told);
    if (!is_lacking) line.held.try_emplace(version, std::move(told));
    release(line, out);
    look_behind(line, is_lacking ? now - patience : now);
}

/// Nobody reads the stream here, or we don't know of it yet, unless somebody begins to with this.
void Order::begin(Step&& told, Time now, std::vector<Told>& out) {
    if (!lets_somebody_in(told)) return;
    auto const version = told.front().version;
    lines_[told.front().stream] = {
        .version = version, .known = version, .first = version, .begun = now};
    append(out, std::move(told));
}

void Order::forget_unread(Time now) {
    std::erase_if(lines_, [now](auto const& one) {
        auto const& line = one.second;
        return line.loops == 0 && !line.filling && line.held.empty() && now - line.begun >= moment;
    });
}

void Order::release(Line& line, std::vector<Told>& out) {
    line.held.erase(line.held.begin(), line.held.upper_bound(line.version));
    while (!line.held.empty() && line.held.begin()->first == line.version + 1) {
        ++line.version;
        append(out, std::move(line.held.begin()->second));
        line.held.erase(line.held.begin());
    }
}

void Order::look_behind(Line& line, Time now) {
    if (line.known <= line.version)
        line.behind_since.reset();
    else if (!line.behind_since)
        line.behind_since = now;
}

void Order::stands_at(Stream const& stream, std::int64_t version, Time now) {
    auto const line = lines_.find(stream);
    if (line == lines_.end()) return;
    line->second.known = std::max(line->second.known, version);
    look_behind(line->second, now);
}

std::vector<Standing> Order::gaps(Time now) {
    forget_unread(now);
    std::vector<Standing> gaps;
    for (auto& [stream, line] : lines_) {
        if (!line.behind_since || line.filling || now - *line.behind_since < patience) continue;
        line.filling = true;
        gaps.push_back({stream, line.version});
    }
    return gaps;
}

std::optional<std::vector<Told>> Order::fill(Stream const& stream, std::vector<Told>&& told,
                                             std::int64_t version, Time now) {
    auto const found = lines_.find(stream);
    if (found == lines_.end()) return std::nullopt;
    auto& line = found->second;
    line.filling = false;
    line.behind_since.reset();
    if (version <= line.version) {
        look_behind(line, now);
        return std::nullopt;
    }
    std::erase_if(told, [&](Told const& one) { return one.version <= line.version; });
    auto out = std::move(told);
    line.version = version;
    release(line, out);
    look_behind(line, now);
    return out;
}

void Order::not_filled(Stream const& stream, Time now) {
    auto const line = lines_.find(stream);
    if (line == lines_.end()) return;
    line->second.filling = false;
    line->second.behind_since = now + retry;
}

std::vector<Standing> Order::followed() const {
    std::vector<Standing> all;
    for (auto const& [stream, line] : lines_) all.push_back({stream, line.version});
    return all;
}

std::vector<Standing> Order::unsure() { return std::exchange(unsure_, {}); }

}  // namespace horenso::live
