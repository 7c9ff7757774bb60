#include "load/tally.hpp"

namespace horenso::load {

void Tally::arrived(std::size_t member, std::uint32_t number, std::optional<std::int64_t> seq) {
    auto const position = positions_[member]++;
    if (position == order_.size()) {
        if (number >= known_.size() || known_[number]) {
            ++wrong_;
            --positions_[member];
            return;
        }
        known_[number] = true;
        order_.push_back(number);
    }
    bool right = position < order_.size() && order_[position] == number;
    if (seq) {
        if (!first_seq_) first_seq_ = *seq - position;
        right = right && *seq == *first_seq_ + position;
    }
    if (!right) ++wrong_;
}

std::uint64_t Tally::missing() const {
    std::uint64_t missing = 0;
    for (auto position : positions_) missing += known_.size() - position;
    return missing;
}

}  // namespace horenso::load
