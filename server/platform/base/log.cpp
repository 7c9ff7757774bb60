#include "platform/base/log.hpp"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <chrono>

#include "platform/base/json_writer.hpp"

namespace horenso::log {
namespace {

spdlog::logger& logger() {
    static auto const made = [] {
        auto logger = std::make_shared<spdlog::logger>(
            "horenso", std::make_shared<spdlog::sinks::stderr_sink_mt>());
        logger->set_pattern("%v");
        return logger;
    }();
    return *made;
}

spdlog::level::level_enum spd(Level level) {
    switch (level) {
        case Level::debug: return spdlog::level::debug;
        case Level::info: return spdlog::level::info;
        case Level::warning: return spdlog::level::warn;
        case Level::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

}  // namespace

void set_level(Level least) { logger().set_level(spd(least)); }

bool is_on(Level level) { return logger().should_log(spd(level)); }

void write(Level level, std::string_view event, Fields fields) {
    if (!is_on(level)) return;
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    json::Writer line;
    line.open_object()
        .field("at", std::chrono::duration_cast<std::chrono::milliseconds>(now).count())
        .field("level", std::string_view{spdlog::level::to_string_view(spd(level)).data()})
        .field("event", event);
    for (auto const& [name, value] : fields) line.field(name, value);
    line.close_object();
    logger().log(spd(level), "{}", line.take());
}

}  // namespace horenso::log
