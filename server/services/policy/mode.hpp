#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace horenso::policy {

/// What holds of a rule. `on` is a feature that is there; the others grow stricter in this order.
enum class Mode : std::uint8_t {
    off,
    hint,     ///< shown while writing, never in the way
    confirm,  ///< somebody must say yes to it, which is recorded
    block,    ///< refused by the server
    on,
};

std::string_view mode_name(Mode mode);  ///< "off", "hint" …: in the store and on the wire
std::optional<Mode> mode_named(std::string_view name);

/// A few modes, in the order of `Mode`.
class Modes {
public:
    constexpr Modes() = default;
    template <class... More>
    constexpr explicit Modes(Mode first, More... more) {
        add(first);
        (add(more), ...);
    }
    constexpr void add(Mode mode) { bits_ = static_cast<std::uint8_t>(bits_ | bit(mode)); }
    constexpr bool has(Mode mode) const { return (bits_ & bit(mode)) != 0; }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr bool contain(Modes others) const { return (bits_ | others.bits_) == bits_; }
    std::vector<Mode> all() const;
    friend constexpr bool operator==(Modes, Modes) = default;

private:
    static constexpr std::uint8_t bit(Mode mode) {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(mode));
    }
    std::uint8_t bits_ = 0;
};

/// "off hint": as the store keeps them; nullopt if a word names no mode.
std::string modes_text(Modes modes);
std::optional<Modes> modes_of(std::string_view text);

}  // namespace horenso::policy
