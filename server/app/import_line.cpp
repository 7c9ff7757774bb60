#include "app/import_line.hpp"

#include <boost/json.hpp>
#include <chrono>
#include <iostream>

#include "app/control_client.hpp"
#include "platform/base/catalogue.hpp"

namespace horenso::app {
namespace {

constexpr std::chrono::milliseconds says_every{500};

char const* code_of(std::string_view step) {
    if (step == "reading") return "app.import_reading";
    if (step == "checking") return "app.import_checking";
    if (step == "writing") return "app.import_writing";
    return "app.import_following";
}

/// A sentence for the step, with its numbers; empty while there is nothing to say.
std::string sentence(std::string const& standing) {
    auto const value = boost::json::parse(standing);
    auto const* now = value.as_object().if_contains("now");
    if (!now) return {};
    auto const& said = now->as_object();
    auto const number = [&](char const* name) {
        auto const* found = said.if_contains(name);
        return found ? std::to_string(found->to_number<std::int64_t>()) : std::string{"?"};
    };
    Catalogue const catalogue{embedded::files()};
    return catalogue
        .words(code_of(said.at("step").as_string()),
               {{"done", number("done")}, {"of", number("of")}})
        .title;
}

void say(std::string const& data, std::string const& target) {
    try {
        auto const answer = ask_server(data, target, "application/json", "{}");
        if (answer.status != 200) return;
        if (auto const said = sentence(answer.body); !said.empty()) std::cerr << said << '\n';
    } catch (std::exception const&) {
        // The server is only just starting, or ending; the import itself says what fails.
    }
}

}  // namespace

ImportLine::ImportLine(std::string data, std::string target)
    : thread_{
          [this, data = std::move(data), target = std::move(target)](std::stop_token const& stop) {
              std::unique_lock lock{mutex_};
              while (!ended_.wait_for(lock, stop, says_every, [] { return false; }) &&
                     !stop.stop_requested())
                  say(data, target);
          }} {}

}  // namespace horenso::app
