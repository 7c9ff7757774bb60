#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "platform/store/whole_store.hpp"

namespace horenso::sqlite {

/// As `WholeStore::copy_to`, on a connection of its own, so that neither the writer nor a reader waits.
/// While it runs the WAL isn't begun anew. A failure of `target`'s disk is no failure of the data's.
Result<Done> copy_database(std::filesystem::path const& database, char const* vfs,
                           std::filesystem::path const& target, StopFlag const& stop);

/// As `WholeStore::faults`, on a connection of its own.
std::vector<std::string> faults_of(std::filesystem::path const& database, char const* vfs,
                                   StopFlag const& stop);

}  // namespace horenso::sqlite
