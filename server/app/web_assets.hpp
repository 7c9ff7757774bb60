#pragma once
#include <span>

#include "platform/base/embedded.hpp"
#include "platform/net/router.hpp"

namespace horenso::app {

/// The browser's app as it was built into the program. `files` are paths below web/dist; those with a
/// `.br` or `.gz` twin are sent compressed to whoever takes it. What has a hash in its name may be kept
/// for ever; index.html, which answers every address of the app, is asked for each time.
void add_web(net::Router& router, std::span<embedded::File const> files);

}  // namespace horenso::app
