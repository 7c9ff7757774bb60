#pragma once
#include "platform/base/org.hpp"

namespace horenso {

using PersonId = Id<struct PersonTag>;
using SessionId = Id<struct SessionTag>;

/// What kind of device somebody sits at; clause 3.4.
enum class DeviceClass { office, shared, personal };

/// Where the request comes from; clause 3.4.
enum class NetworkClass { office, elsewhere };

/// Who is asking. Made once per request by `access`; good for that request only.
struct Viewer {
    OrgId org;
    PersonId person;
    SessionId session;
    DeviceClass device = DeviceClass::personal;
    NetworkClass network = NetworkClass::elsewhere;
};

}  // namespace horenso
