#pragma once
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace horenso::app {

/// A setting's value and where it comes from: "default", the file's name, "environment", "flag".
struct Setting {
    std::string value;
    std::string source;
};

/// What the program runs with. Four places, each stronger than the one before: defaults, one TOML
/// file, the environment (HORENSO_LISTEN), flags (--listen).
class Config {
public:
    /// A key nobody knows, or a file that can't be read. `what` is for the person at the console.
    struct Bad : std::runtime_error {
        using std::runtime_error::runtime_error;
    };

    using Flags = std::map<std::string, std::string>;
    static Config load(std::optional<std::string> const& file, char const* const* environment,
                       Flags flags);

    std::string const& operator[](std::string const& key) const { return settings_.at(key).value; }
    int number(std::string const& key) const;
    /// The same with another value for a key there is.
    Config with(std::string const& key, std::string value) const;
    std::map<std::string, Setting> const& settings() const { return settings_; }

    /// Keys whose value is a secret: `horenso config` shows only that they are set.
    static bool is_secret(std::string const& key);

private:
    void set(std::string const& key, std::string value, std::string const& source);
    std::map<std::string, Setting> settings_;
};

}  // namespace horenso::app
