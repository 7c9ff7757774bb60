#pragma once
#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <variant>

#include "platform/base/id.hpp"
#include "platform/time/clock.hpp"

namespace horenso {

enum class Dialect { sqlite, postgres };

/// A statement. Made from literals only, so no input can ever become SQL. One text for both databases
/// with parameters `$1` … `$n`; where the dialects differ, two texts in the same place.
class Sql {
public:
    consteval Sql(char const* both) : sqlite_(both), postgres_(both) {}
    consteval Sql(char const* sqlite, char const* postgres)
        : sqlite_(sqlite), postgres_(postgres) {}

    /// The literal itself: its address names the prepared statement.
    constexpr char const* text(Dialect dialect) const {
        return dialect == Dialect::sqlite ? sqlite_ : postgres_;
    }

private:
    char const* sqlite_;
    char const* postgres_;
};

using Bytes = std::span<std::byte const>;

/// A parameter. Views what it is given, and is used before that goes away.
class Value {
public:
    Value(std::nullptr_t) : held_(nullptr) {}
    Value(std::integral auto number) : held_(static_cast<std::int64_t>(number)) {}
    Value(std::string_view text) : held_(text) {}
    Value(std::string const& text) : held_(std::string_view{text}) {}
    Value(char const* text) : held_(std::string_view{text}) {}
    Value(Bytes bytes) : held_(bytes) {}
    template <std::size_t N>
    Value(std::array<std::uint8_t, N> const& bytes) : held_(std::as_bytes(std::span{bytes})) {}
    Value(Instant at) : held_(at.ms) {}
    template <class Tag>
    Value(Id<Tag> id) : held_(id.value) {}
    template <class T>
    Value(std::optional<T> const& maybe) : held_(maybe ? Value{*maybe}.held_ : Held{nullptr}) {}

    using Held = std::variant<std::nullptr_t, std::int64_t, std::string_view, Bytes>;
    Held const& held() const { return held_; }

private:
    Held held_;
};

}  // namespace horenso
