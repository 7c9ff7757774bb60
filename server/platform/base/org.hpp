#pragma once
#include "platform/base/id.hpp"

namespace horenso {

/// The organisation (tenant). Every table's key begins with it and every statement names it.
using OrgId = Id<struct OrgTag>;

}  // namespace horenso
