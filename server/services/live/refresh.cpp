#include "services/live/refresh.hpp"

namespace horenso::live {

void Live::Refresh::changed(std::vector<Stream> const& streams) {
    changed_.insert(streams.begin(), streams.end());
}

void Live::Refresh::tick(Time now) {
    std::erase_if(sent_,
                  [&](auto const& sent) { return now - sent.second >= std::chrono::seconds{1}; });
    for (auto it = changed_.begin(); it != changed_.end();) {
        if (sent_.contains(*it)) {
            ++it;
            continue;
        }
        auto const stream = *it;
        it = changed_.erase(it);
        sent_.emplace(stream, now);
        loops_.spawn(0, "live.refresh", [this, stream] { return send(stream); });
    }
}

Task<> Live::Refresh::send(Stream stream) {
    auto const whole = wholes_.find(std::string{stream.kind});
    if (whole == wholes_.end()) co_return;
    auto event = co_await whole->second(stream);
    event.version = 0;  // it says all, and may be told again as it stands
    std::vector<Told> told;
    told.push_back(std::move(event));
    live_.fan_out(std::move(told));
}

}  // namespace horenso::live
