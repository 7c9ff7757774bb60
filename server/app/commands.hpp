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
    std::string file, login, name, slug;
    std::vector<std::string> logins;
    std::optional<std::string> org, role;
    std::optional<int> year;
    bool all = false, qr = false, dry_run = false;

    int serve(Config const& config);
    int add_organisation(Config const& config);
    int import_people(Config const& config);
    int export_people(Config const& config);
    int import_contacts(Config const& config);
    int export_contacts(Config const& config);
    int card(Config const& config);
    int set_role(Config const& config);
    int verify(Config const& config);  ///< a backup, if `file` names one
    int backup(Config const& config);
    int restore(Config const& config);
    int show_config(Config const& config);
    int show_routes(Config const& config);
    int show_clauses(Config const& config);
    int show_holidays(Config const& config);  ///< all that are known, unless `year` names one

private:
    int import_sheet(Config const& config, std::string const& of);
    int export_sheet(Config const& config, std::string const& of);
    std::string and_org(std::string const& before) const;  ///< of a query; empty without `org`
};

}  // namespace horenso::app
