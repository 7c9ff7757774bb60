#pragma once
#include <filesystem>
#include <memory>

#include "app/config.hpp"
#include "platform/store/open.hpp"
#include "platform/time/clock.hpp"

namespace horenso::app {

/// The data folder: made if it isn't there, and its owner's alone.
std::filesystem::path prepared(std::filesystem::path const& data);

std::vector<Migration> schema();

/// Opens the database that the settings name, and brings it up to the schema; before that a backup.
std::unique_ptr<WholeStore> open_store(Config const& config, Clock const& clock);

}  // namespace horenso::app
