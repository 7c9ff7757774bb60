#pragma once
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/config.hpp"

namespace horenso::app {

/// What the program is asked to do besides what its configuration says.
struct Options {
    bool sample = false;  ///< fill an empty database with the sample office
    bool listen = true;   ///< false: only the control socket, for a command on a stopped server
};

/// What there is to say once requests are answered.
struct Started {
    std::string url;  ///< that people type; empty without `listen`
    std::optional<std::string> first_code =
        {};  ///< of the first administrator, if this start made one
    std::optional<std::string> authority =
        {};  ///< the fingerprint of our own, if we show its certificate
};
using Ready = std::function<void(Started const&)>;

/// The whole server, built in order and taken down in reverse.
class App {
public:
    /// Opens the database (repairing and migrating it), takes the data folder's lock. Throws with a
    /// sentence for the operator: somebody holds the folder, data of a newer version, no database.
    App(Config const& config, Options options);
    ~App();

    /// Serves until SIGTERM, SIGINT or `stop`.
    void run(Ready ready);
    void stop();

    /// Every route with who may call it, as JSON; what the contract test compares with api/.
    std::string routes_json() const;

    struct Parts;

private:
    std::unique_ptr<Parts> parts_;
};

/// The control socket of a data folder.
std::filesystem::path control_socket(std::filesystem::path const& data);

}  // namespace horenso::app
