#pragma once
#include "services/directory/ids.hpp"

namespace horenso {

/// Of somebody outside. It is of another kind than a person's: nothing that people are members of takes it.
using ContactId = Id<struct ContactTag>;

}  // namespace horenso
