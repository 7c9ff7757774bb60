#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "platform/base/json_writer.hpp"
#include "services/hours/hours.hpp"

namespace horenso::hours {

/// "opens" and "closes", if there is a span.
void write_span(json::Writer& out, std::optional<Span> span);
/// Level of api/hours.yaml, as a field.
void write_level(json::Writer& out, char const* name, Level const& level);
/// ShiftPatterns, as a field.
void write_patterns(json::Writer& out, std::vector<Pattern> const& patterns);

/// What is far outside of a day is no span at all, and is refused as such.
Span span_of(std::int64_t opens, std::int64_t closes);

/// What administrators name; a person is nobody else's business.
Result<Scope> named_scope(std::optional<std::string> const& scope,
                          std::optional<std::string> const& whose);
/// The viewer's own department.
Task<Result<Scope>> department_scope(Hours& hours, Viewer const& viewer);

/// The routes beside those of http.cpp: all levels, and kinds of day.
void add_level_routes(net::Router& router, access::Door const& door, Hours& hours);

}  // namespace horenso::hours
