#pragma once
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

/// The log: one JSON object a line on standard error, for operators. `event` is a fixed name
/// ("net.request_failed"), never prose with values in it. What people wrote, names, codes, cookies and
/// addresses with a query never go in.
namespace horenso::log {

enum class Level { debug, info, warning, error };

using Fields = std::initializer_list<std::pair<std::string_view, std::string>>;

void set_level(Level least);
bool is_on(Level level);
void write(Level level, std::string_view event, Fields fields = {});

inline void info(std::string_view event, Fields fields = {}) { write(Level::info, event, fields); }
inline void warning(std::string_view event, Fields fields = {}) {
    write(Level::warning, event, fields);
}
inline void error(std::string_view event, Fields fields = {}) {
    write(Level::error, event, fields);
}

}  // namespace horenso::log
