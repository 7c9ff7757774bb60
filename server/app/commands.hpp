#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/config.hpp"
#include "app/control_client.hpp"

namespace horenso::app {

/// What the commands do, with what was typed after them. Each gives the exit code. Commands that need
/// the data ask the server that runs on the data folder; only when none runs do they open it themselves.
struct Commands {
    bool sample = false;
    std::string file, login;
    std::vector<std::string> logins;
    std::optional<std::string> org, role;
    bool all = false, qr = false;

    int serve(Config const& config);
    int import_people(Config const& config);
    int card(Config const& config);
    int set_role(Config const& config);
    int show_config(Config const& config);
    int show_routes(Config const& config);
};

}  // namespace horenso::app
