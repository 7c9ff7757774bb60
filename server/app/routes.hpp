#pragma once
#include "features/talk/talk.hpp"
#include "platform/net/router.hpp"

namespace horenso::app {

/// Everything that answers requests.
struct RouteParts {
    net::Router& router;
    Store& store;
    live::Live& live;
    live::Sync const& sync;
    directory::Directory& directory;
    access::Access& access;
    access::Door const& door;
    talk::Talk& talk;
};

/// The whole route table.
void add_routes(RouteParts parts);

}  // namespace horenso::app
