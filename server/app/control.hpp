#pragma once
#include <string>

#include "platform/net/router.hpp"
#include "services/access/access.hpp"

namespace horenso::app {

/// What the control socket's routes use. The socket lies in the data folder with mode 0600: whoever can
/// open it runs the server, so there is no sign-in here.
struct ControlParts {
    directory::Directory& directory;
    access::Access& access;
    std::string const& url;  ///< the server's address
};

/// POST /import/people?org=SLUG (CSV), POST /cards, POST /roles.
void add_control_routes(net::Router& router, ControlParts parts);

}  // namespace horenso::app
