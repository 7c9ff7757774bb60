#pragma once
#include <cstdint>
#include <optional>
#include <vector>

namespace horenso::load {

/// Checks that every member of a room sees each of its messages exactly once, and all members in
/// the same order; where the server numbers places, that the numbers are dense.
class Tally {
public:
    explicit Tally(std::size_t members) : positions_(members, 0) {}

    /// A new message; gives its number in this room.
    std::uint32_t posted() {
        known_.push_back(false);
        return static_cast<std::uint32_t>(known_.size() - 1);
    }

    void arrived(std::size_t member, std::uint32_t number, std::optional<std::int64_t> seq);

    /// Deliveries that were a repetition, out of the common order, or under a wrong place.
    std::uint64_t wrong() const { return wrong_; }
    /// Deliveries that have not come (yet).
    std::uint64_t missing() const;

private:
    std::vector<std::uint32_t> order_;  ///< numbers in the order in which the first member saw them
    std::vector<std::uint32_t> positions_;  ///< how many each member has seen
    std::vector<bool> known_;               ///< by number: somebody saw it
    std::optional<std::int64_t> first_seq_;
    std::uint64_t wrong_ = 0;
};

}  // namespace horenso::load
