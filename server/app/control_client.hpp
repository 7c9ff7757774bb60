#pragma once
#include <filesystem>
#include <stdexcept>
#include <string>

namespace horenso::app {

/// What the server behind a data folder's control socket answered.
struct Answer {
    int status = 0;
    std::string body;
};

/// No server serves this data folder.
struct NobodyThere : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Sends one POST to the server that runs on this data folder. Throws NobodyThere.
Answer ask_server(std::filesystem::path const& data, std::string const& target,
                  std::string const& content_type, std::string const& body);

}  // namespace horenso::app
