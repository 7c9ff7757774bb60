#include "platform/base/long_work.hpp"

namespace horenso {

std::shared_ptr<Progress> LongWork::begin(std::string const& name) {
    auto made = std::make_shared<Progress>();
    std::scoped_lock const lock{mutex_};
    std::erase_if(under_way_, [](auto const& one) { return one.second.expired(); });
    under_way_[name] = made;
    return made;
}

std::optional<Progress::Standing> LongWork::standing(std::string const& name) const {
    std::scoped_lock const lock{mutex_};
    auto const found = under_way_.find(name);
    auto const progress = found == under_way_.end() ? nullptr : found->second.lock();
    if (!progress) return std::nullopt;
    return progress->standing();
}

}  // namespace horenso
