#include "app/cli.hpp"

#include <CLI/CLI.hpp>

#include <fstream>
#include <iostream>
#include <thread>

#include "app/commands.hpp"
#include "platform/base/log.hpp"
#include "platform/time/holidays.hpp"

namespace horenso::app {
namespace {

/// What every command understands.
struct Common {
    Config::Flags flags;
    std::optional<std::string> file;
};

void add_flag_setting(CLI::App& command, Common& common, std::string const& flag,
                      std::string const& key, std::string const& says) {
    command.add_option_function<std::string>(
        flag, [&common, key](std::string const& value) { common.flags[key] = value; }, says);
}

void add_common(CLI::App& command, Common& common) {
    command.add_option("--config", common.file, "TOML file with settings");
    add_flag_setting(command, common, "--data", "data", "the data folder");
    add_flag_setting(
        command, common, "--database", "database",
        "postgresql://… instead of the file in the data folder (password: PGPASSFILE)");
}

void set_log_level(std::string const& name) {
    using log::Level;
    log::set_level(name == "debug"     ? Level::debug
                   : name == "warning" ? Level::warning
                   : name == "error"   ? Level::error
                                       : Level::info);
}

}  // namespace

int run_command_line(int argc, char const* const* argv, char const* const* environment) {
    CLI::App program{"Horenso: talk for an organisation, on its own machine"};
    program.set_version_flag("--version", HORENSO_VERSION);
    program.require_subcommand(1);
    Common common;
    Commands commands;
    int result = 0;

    auto command = [&](CLI::App& parent, char const* name, char const* says,
                       auto run) -> CLI::App& {
        auto& made = *parent.add_subcommand(name, says);
        add_common(made, common);
        made.callback([&, run] {
            auto config = Config::load(common.file, environment, common.flags);
            set_log_level(config["log"]);
            result = (commands.*run)(config);
        });
        return made;
    };

    auto& serve = command(program, "serve", "run the server", &Commands::serve);
    add_flag_setting(serve, common, "--listen", "listen", "address and port, 127.0.0.1:8080");
    add_flag_setting(serve, common, "--names", "names",
                     "host names and addresses by which people come");
    add_flag_setting(serve, common, "--tls-certificate", "tls.certificate",
                     "PEM file, with its chain; without one beyond loopback: made by itself");
    add_flag_setting(serve, common, "--tls-key", "tls.key", "PEM file");
    add_flag_setting(serve, common, "--loops", "loops", "event loops; 0: one for each core");
    add_flag_setting(serve, common, "--media", "media", "the program that reads pictures");
    add_flag_setting(serve, common, "--log", "log", "debug, info, warning, error");
    serve.add_flag("--sample", commands.sample, "fill an empty database with the sample office");

    auto& organisation =
        *program.add_subcommand("organisation", "organisations")->require_subcommand(1);
    auto& add = command(organisation, "add", "make another organisation on this server",
                        &Commands::add_organisation);
    add.add_option("name", commands.name, "as its people read it")->required();
    add.add_option("slug", commands.slug, "short name: what follows '@' in its IDs")->required();

    auto& import = *program.add_subcommand("import", "bring in what exists")->require_subcommand(1);
    auto& people =
        command(import, "people", "staff from a workbook or a CSV file", &Commands::import_people);
    people.add_option("file", commands.file, "as Excel writes it")->required();
    people.add_flag("--dry-run", commands.dry_run, "print every change instead of making it");
    people.add_option("--org", commands.org, "short name of the organisation");

    auto& outside = command(import, "contacts", "people outside from a workbook or a CSV file",
                            &Commands::import_contacts);
    outside.add_option("file", commands.file, "as Excel writes it")->required();
    outside.add_flag("--dry-run", commands.dry_run, "print every change instead of making it");
    outside.add_option("--org", commands.org, "short name of the organisation");

    auto& take_out = *program.add_subcommand("export", "take out what is here");
    take_out.require_subcommand(1);
    auto& staff = command(take_out, "people", "staff as a file that an import takes again",
                          &Commands::export_people);
    staff.add_option("file", commands.file, "a new file: name.xlsx, or name.csv")->required();
    staff.add_option("--org", commands.org, "short name of the organisation");

    auto& contacts = command(take_out, "contacts", "people outside, as a file of the same kind",
                             &Commands::export_contacts);
    contacts.add_option("file", commands.file, "a new file: name.xlsx, or name.csv")->required();
    contacts.add_option("--org", commands.org, "short name of the organisation");

    auto& card = command(program, "card", "make one-time sign-in codes, one JSON line each",
                         &Commands::card);
    card.add_option("logins", commands.logins, "whose");
    card.add_option("--role", commands.role, "instead: the first administrator or member");
    card.add_flag("--all", commands.all, "instead: everybody");
    card.add_flag("--qr", commands.qr, "show a QR code too, for people to scan");
    card.add_option("--org", commands.org, "short name of the organisation");

    auto& role =
        command(program, "role", "make somebody administrator, sub_administrator or member",
                &Commands::set_role);
    role.add_option("login", commands.login, "who")->required();
    role.add_option("role", commands.role, "administrator, sub_administrator or member")
        ->required();
    role.add_option("--org", commands.org, "short name of the organisation");

    auto& backup = command(program, "backup", "make a backup while people work", &Commands::backup);
    backup.add_option("folder", commands.file, "where it becomes a folder")->required();
    auto& restore = command(program, "restore", "bring a backup back into an empty data folder",
                            &Commands::restore);
    restore.add_option("backup", commands.file, "the folder horenso-…")->required();
    auto& verify = command(program, "verify",
                           "look for what was damaged, or changed behind the program's back, "
                           "JSON lines",
                           &Commands::verify);
    verify.add_option("backup", commands.file, "a backup instead of the data");

    command(program, "config", "print what settings hold and where they come from",
            &Commands::show_config);
    command(program, "routes", "print every route with who may call it, as JSON",
            &Commands::show_routes);
    command(program, "clauses", "print the ids of the guideline's clauses, one a line",
            &Commands::show_clauses);
    command(program, "holidays", "print Japan's public holidays, as the program counts them",
            &Commands::show_holidays)
        .add_option("year", commands.year, "only this one")
        ->check(CLI::Range(first_holiday_year, last_holiday_year));

    try {
        program.parse(argc, argv);
    } catch (CLI::ParseError const& error) {
        return program.exit(error) == 0 ? 0 : 2;
    } catch (std::exception const& error) {
        std::cerr << "horenso: " << error.what() << '\n';
        return 1;
    }
    return result;
}

}  // namespace horenso::app
