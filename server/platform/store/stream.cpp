#include "platform/store/stream.hpp"

namespace horenso {

std::string Stream::name() const {
    std::string name{kind};
    if (id == 0) return name;
    name += ':';
    name += std::to_string(id);
    return name;
}

}  // namespace horenso
