#include "platform/base/catalogue.hpp"

#include <boost/json.hpp>
#include <stdexcept>
#include <toml++/toml.h>

namespace horenso {
namespace {

std::string filled(std::string text, Problem::Arguments const& arguments) {
    for (auto const& [name, value] : arguments) {
        auto const slot = "{" + name + "}";
        for (auto at = text.find(slot); at != std::string::npos;
             at = text.find(slot, at + value.size()))
            text.replace(at, slot.size(), value);
    }
    return text;
}

std::string text_of(toml::table const& entry, char const* key) {
    return std::string{entry[key].value_or(std::string_view{})};
}

}  // namespace

Catalogue::Catalogue(std::span<embedded::File const> files) {
    for (auto const& file : files) {
        if (!file.path.ends_with("/problems.ja.toml")) continue;
        auto table = toml::parse(file.bytes, file.path);
        for (auto const& [code, entry] : table) {
            auto const* words = entry.as_table();
            auto read =
                words ? Words{text_of(*words, "title"), text_of(*words, "instead")} : Words{};
            if (read.title.empty() || !words_.emplace(code.str(), read).second)
                throw std::logic_error{std::string{file.path} + ": " + std::string{code.str()}};
        }
    }
}

Catalogue::Words Catalogue::words(std::string_view code,
                                  Problem::Arguments const& arguments) const {
    auto found = words_.find(code);
    if (found == words_.end()) found = words_.find("general");
    if (found == words_.end()) return {};
    return {filled(found->second.title, arguments), filled(found->second.instead, arguments)};
}

std::string Catalogue::problem_json(Problem const& problem, std::string_view request_id) const {
    auto const said = words(problem.code, problem.arguments);
    boost::json::object out{{"type", "about:blank"},
                            {"title", said.title},
                            {"status", problem.status},
                            {"code", problem.code},
                            {"request_id", request_id}};
    if (!said.instead.empty()) out["instead"] = said.instead;
    if (problem.clause) out["clause"] = *problem.clause;
    if (!problem.fields.empty()) {
        auto& fields = out["fields"].emplace_array();
        for (auto const& field : problem.fields)
            fields.push_back(
                boost::json::object{{"path", field.path},
                                    {"code", field.code},
                                    {"title", words(field.code, field.arguments).title}});
    }
    return boost::json::serialize(out);
}

}  // namespace horenso
