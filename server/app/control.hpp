#pragma once
#include <string>

#include "features/contacts/contacts.hpp"
#include "features/talk/talk.hpp"
#include "platform/backup/backups.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"
#include "services/audit/audit.hpp"

namespace horenso::app {

/// What the control socket's routes use. The socket lies in the data folder with mode 0600: whoever can
/// open it runs the server, so there is no sign-in here.
struct ControlParts {
    directory::Directory& directory;
    access::Access& access;
    audit::Audit& audit;
    talk::Talk& talk;
    contacts::Contacts& contacts;
    backup::Backups& backups;
    std::string const& url;  ///< the server's address
};

/// POST /organisations, POST /import/people?org=SLUG (a sheet), POST /import/people/standing (how far it has come), POST
/// /export/people, the same of contacts, POST /cards, POST /role, POST /verify, POST /backups.
void add_control_routes(net::Router& router, ControlParts parts);

}  // namespace horenso::app
