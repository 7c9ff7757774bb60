#pragma once
#include <cstdint>

#include "platform/base/org.hpp"

namespace horenso::live {

/// Who reads at the other end of a socket.
struct Reader {
    OrgId org;
    std::int64_t person = 0;
    std::int64_t session = 0;
};

}  // namespace horenso::live
