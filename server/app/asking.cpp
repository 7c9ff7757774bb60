#include "app/asking.hpp"

#include <boost/json.hpp>
#include <iostream>
#include <thread>

#include "app/app.hpp"
#include "platform/base/catalogue.hpp"

namespace horenso::app {

void require_data(Config const& config) {
    if (config["data"].empty()) throw Config::Bad{"say where the data lies: --data DIR"};
}

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
    app.run([&](Started const&) {
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

int refused(Problem const& problem) {
    Catalogue const catalogue{embedded::files()};
    return refused(Answer{problem.status, catalogue.problem_json(problem, "")});
}

}  // namespace horenso::app
