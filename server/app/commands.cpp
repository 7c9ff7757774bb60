#include "app/commands.hpp"

#include <unistd.h>

#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <thread>

#include "app/app.hpp"
#include "app/qr.hpp"
#include "platform/base/catalogue.hpp"
#include "platform/base/json_writer.hpp"

namespace horenso::app {
namespace {

void require_data(Config const& config) {
    if (config["data"].empty()) throw Config::Bad{"say where the data lies: --data DIR"};
}

/// Asks the running server; without one, runs it just for this question.
Answer ask(Config const& config, std::string const& target, std::string const& type,
           std::string const& body) {
    require_data(config);
    try {
        return ask_server(config["data"], target, type, body);
    } catch (NobodyThere const&) {
    }
    App app{config, {.listen = false}};
    std::optional<Answer> answer;
    std::exception_ptr failed;
    std::thread asks;
    app.run([&](std::string const&, std::optional<std::string> const&) {
        asks = std::thread{[&] {
            try {
                answer = ask_server(config["data"], target, type, body);
            } catch (...) {
                failed = std::current_exception();
            }
            app.stop();
        }};
    });
    asks.join();
    if (failed) std::rethrow_exception(failed);
    return *answer;
}

/// Prints why something was refused, every bad row with its reason.
int refused(Answer const& answer) {
    boost::system::error_code error;
    auto const value = boost::json::parse(answer.body, error);
    auto const* problem = value.if_object();
    auto text = [](boost::json::object const& object, char const* key) {
        auto const* found = object.if_contains(key);
        return found && found->is_string() ? std::string{found->get_string()} : std::string{};
    };
    if (!problem) {
        std::cerr << answer.body << '\n';
        return 1;
    }
    std::cerr << text(*problem, "title") << '\n';
    if (auto const* fields = problem->if_contains("fields"))
        for (auto const& field : fields->as_array())
            std::cerr << "  " << text(field.as_object(), "path") << ": "
                      << text(field.as_object(), "title") << '\n';
    std::cerr << text(*problem, "instead") << '\n';
    return 1;
}

std::string read_file(std::string const& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw Config::Bad{path + ": can't be read"};
    return {std::istreambuf_iterator<char>{in}, {}};
}

void show_first_code(std::string const& url, std::string const& code) {
    Catalogue const catalogue{embedded::files()};
    auto const address = url + "/hello#c=" + code;
    auto const words = catalogue.words("app.first_code", {{"code", code}, {"url", address}});
    std::cerr << words.title << '\n' << words.instead << '\n';
    if (isatty(STDERR_FILENO)) std::cerr << qr_for_terminal(address);
}

}  // namespace

int Commands::serve(Config const& config) {
    require_data(config);
    App app{config, {.sample = sample}};
    app.run([](std::string const& url, std::optional<std::string> const& first_code) {
        if (first_code) show_first_code(url, *first_code);
        json::Writer ready;
        ready.open_object()
            .field("ready", true)
            .field("url", url)
            .field("version", HORENSO_VERSION)
            .close_object();
        std::cout << ready.take() << std::endl;
    });
    return 0;
}

int Commands::import_people(Config const& config) {
    auto const target = "/import/people" + (org ? "?org=" + *org : std::string{});
    auto const answer = ask(config, target, "text/csv", read_file(file));
    if (answer.status != 200) return refused(answer);
    std::cout << answer.body << '\n';
    return 0;
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
    auto const answer = ask(config, "/roles", "application/json", body.take());
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

}  // namespace horenso::app
