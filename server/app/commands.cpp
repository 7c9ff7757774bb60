#include "app/commands.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <boost/json.hpp>
#include <cstring>
#include <fstream>
#include <iostream>
#include <thread>

#include "app/app.hpp"
#include "app/asking.hpp"
#include "app/import_line.hpp"
#include "app/qr.hpp"
#include "platform/base/catalogue.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/descriptor.hpp"
#include "platform/time/holidays.hpp"
#include "services/policy/policy.hpp"

namespace horenso::app {
namespace {

std::string read_file(std::string const& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw Config::Bad{path + ": can't be read"};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// For its owner alone; what is there stays.
void write_new_file(std::string const& path, std::string_view bytes) {
    auto const descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) throw Config::Bad{path + ": " + std::strerror(errno)};
    net::Descriptor const held{descriptor};
    while (!bytes.empty()) {
        auto const written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0) throw Config::Bad{path + ": " + std::strerror(errno)};
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void show_first_code(std::string const& url, std::string const& code) {
    Catalogue const catalogue{embedded::files()};
    auto const address = url + "/hello#c=" + code;
    auto const words = catalogue.words("app.first_code", {{"code", code}, {"url", address}});
    std::cerr << words.title << '\n' << words.instead << '\n';
    if (isatty(STDERR_FILENO)) std::cerr << qr_for_terminal(address);
}

/// By plain HTTP: a device that doesn't trust us yet would be warned of the page.
void show_authority(std::string const& url, std::string const& fingerprint) {
    Catalogue const catalogue{embedded::files()};
    auto const page = "http" + url.substr(url.find(':')) + "/ca";
    auto const words =
        catalogue.words("app.own_authority", {{"page", page}, {"fingerprint", fingerprint}});
    std::cerr << words.title << '\n' << words.instead << '\n';
}

}  // namespace

int Commands::serve(Config const& config) {
    require_data(config);
    App app{config, {.sample = sample}};
    app.run([](Started const& started) {
        if (started.authority) show_authority(started.url, *started.authority);
        if (started.first_code) show_first_code(started.url, *started.first_code);
        json::Writer ready;
        ready.open_object().field("ready", true).field("url", started.url);
        if (started.authority) ready.field("authority_sha256", *started.authority);
        ready.field("version", HORENSO_VERSION).close_object();
        std::cout << ready.take() << std::endl;
    });
    return 0;
}

int Commands::add_organisation(Config const& config) {
    json::Writer body;
    body.open_object().field("slug", slug).field("name", name).close_object();
    auto const answer = ask(config, "/organisations", "application/json", body.take());
    if (answer.status != 201) return refused(answer);
    std::cout << answer.body << '\n';
    return 0;
}

int Commands::import_people(Config const& config) { return import_sheet(config, "people"); }
int Commands::export_people(Config const& config) { return export_sheet(config, "people"); }
int Commands::import_contacts(Config const& config) { return import_sheet(config, "contacts"); }
int Commands::export_contacts(Config const& config) { return export_sheet(config, "contacts"); }

int Commands::import_sheet(Config const& config, std::string const& of) {
    auto const target =
        "/import/" + of + '?' + (dry_run ? "dry_run=1" + and_org("&") : and_org(""));
    auto const sheet = read_file(file);
    require_data(config);
    auto const answer = [&] {
        ImportLine const line{config["data"], "/import/" + of + "/standing?" + and_org("")};
        return ask(config, target, "text/csv", sheet);
    }();
    if (answer.status != 200) return refused(answer);
    std::cout << answer.body << '\n';
    return 0;
}

int Commands::export_sheet(Config const& config, std::string const& of) {
    bool const is_workbook = file.ends_with(".xlsx");
    if (!is_workbook && !file.ends_with(".csv"))
        throw Config::Bad{file + ": expected a name that ends with .xlsx or .csv"};
    auto const target =
        "/export/" + of + "?format=" + (is_workbook ? "xlsx" : "csv") + and_org("&");
    auto const answer = ask(config, target, "application/json", "{}");
    if (answer.status != 200) return refused(answer);
    write_new_file(file, answer.body);
    return 0;
}

std::string Commands::and_org(std::string const& before) const {
    return org ? before + "org=" + *org : std::string{};
}

int Commands::card(Config const& config) {
    json::Writer body;
    body.open_object();
    if (org) body.field("org", *org);
    if (role) body.field("role", *role);
    body.field("all", all).key("logins").open_array();
    for (auto const& each : logins) body.value(each);
    body.close_array().close_object();
    auto const answer = ask(config, "/cards", "application/json", body.take());
    if (answer.status != 200) return refused(answer);
    auto const cards = boost::json::parse(answer.body);
    for (auto const& card : cards.at("cards").as_array()) {
        std::cout << boost::json::serialize(card) << '\n';
        if (qr) std::cout << qr_for_terminal(std::string{card.at("url").as_string()});
    }
    return 0;
}

int Commands::set_role(Config const& config) {
    json::Writer body;
    body.open_object();
    if (org) body.field("org", *org);
    body.field("login", login).field("role", role.value_or("")).close_object();
    auto const answer = ask(config, "/role", "application/json", body.take());
    if (answer.status != 200) return refused(answer);
    std::cout << answer.body << '\n';
    return 0;
}

int Commands::show_config(Config const& config) {
    for (auto const& [key, setting] : config.settings()) {
        auto const hidden = Config::is_secret(key) && !setting.value.empty();
        std::cout << key << " = " << (hidden ? "(set)" : '"' + setting.value + '"') << "  # "
                  << setting.source << '\n';
    }
    return 0;
}

int Commands::show_routes(Config const& config) {
    require_data(config);
    App const app{config, {.listen = false}};
    std::cout << app.routes_json() << '\n';
    return 0;
}

int Commands::show_clauses(Config const&) {
    for (auto const& clause : policy::clauses()) std::cout << clause.id.text() << '\n';
    return 0;
}

int Commands::show_holidays(Config const&) {
    auto const first = year.value_or(first_holiday_year);
    auto const last = year.value_or(last_holiday_year);
    for (int each = first; each <= last; ++each)
        for (auto const& holiday : holidays_of(each))
            std::cout << iso_text(holiday.date) << ' ' << holiday.name << '\n';
    return 0;
}

}  // namespace horenso::app
