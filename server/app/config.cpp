#include "app/config.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cctype>
#include <charconv>

namespace horenso::app {
namespace {

struct Default {
    char const* key;
    char const* value;
};

constexpr Default defaults[] = {
    {"data", ""},                  // the data folder
    {"listen", "127.0.0.1:8080"},  // address and port; TLS on all but loopback
    {"names", ""},                 // by which people come; empty: the listener's own
    {"tls.certificate", ""},       // PEM files; empty: an authority of our own
    {"tls.key", ""},
    {"database", ""},                 // empty: SQLite in the data folder; postgresql://…
    {"bus", "notify"},                // between nodes on one PostgreSQL: notify, none (pgbouncer)
    {"media", ""},                    // the program that reads pictures; empty: beside this one
    {"loops", "0"},                   // event loops; 0: one for each core
    {"log", "info"},                  // debug, info, warning, error
    {"organisation.name", ""},        // of the organisation made at the first start
    {"organisation.slug", "office"},  // the part of its logins after '@'
};

std::string environment_name(std::string const& key) {
    std::string name = "HORENSO_";
    for (auto const c : key)
        name += c == '.' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

/// "organisation = { name = … }" becomes "organisation.name".
void flatten(toml::table const& table, std::string const& prefix, Config::Flags& out) {
    for (auto const& [key, node] : table) {
        auto const name = prefix + std::string{key.str()};
        if (auto const* inner = node.as_table())
            flatten(*inner, name + '.', out);
        else if (auto const text = node.value<std::string>())
            out[name] = *text;
        else if (auto const number = node.value<std::int64_t>())
            out[name] = std::to_string(*number);
        else
            throw Config::Bad{name + ": expected text or a whole number"};
    }
}

}  // namespace

Config Config::load(std::optional<std::string> const& file, char const* const* environment,
                    Flags flags) {
    Config config;
    for (auto const& [key, value] : defaults) config.settings_[key] = {value, "default"};
    if (file) {
        Flags read;
        try {
            flatten(toml::parse_file(*file), "", read);
        } catch (toml::parse_error const& error) {
            throw Bad{*file + ": " + std::string{error.description()}};
        }
        for (auto& [key, value] : read) config.set(key, value, *file);
    }
    for (auto const* const* entry = environment; entry && *entry; ++entry) {
        std::string_view const text{*entry};
        for (auto const& [key, value] : defaults)
            if (auto const name = environment_name(key) + '='; text.starts_with(name))
                config.set(key, std::string{text.substr(name.size())}, "environment");
    }
    for (auto& [key, value] : flags) config.set(key, value, "flag");
    return config;
}

void Config::set(std::string const& key, std::string value, std::string const& source) {
    auto const found = settings_.find(key);
    if (found == settings_.end()) throw Bad{source + ": unknown setting '" + key + "'"};
    found->second = {std::move(value), source};
}

Config Config::with(std::string const& key, std::string value) const {
    auto other = *this;
    other.set(key, std::move(value), "command");
    return other;
}

int Config::number(std::string const& key) const {
    auto const& text = (*this)[key];
    int number = 0;
    auto const [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || stop != text.data() + text.size())
        throw Bad{key + ": expected a whole number, got '" + text + "'"};
    return number;
}

bool Config::is_secret(std::string const& key) { return key == "database"; }

}  // namespace horenso::app
