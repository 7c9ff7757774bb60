#pragma once
#include <functional>
#include <span>
#include <string>

#include "platform/store/migration.hpp"
#include "platform/store/tx.hpp"

namespace horenso {

/// Brings the schema up to `migrations` inside one transaction: all steps or none. `execute` runs a
/// text of several statements in the same transaction; `before` is called with the newest step to make,
/// before the first of them, if the database isn't a fresh one. Throws NewerData if the database has steps that
/// are not among `migrations`, std::runtime_error if the text of one already made has changed.
void migrate(Tx& tx, std::span<Migration const> migrations,
             std::function<void(std::string const&)> const& execute,
             std::function<void(std::string const& step)> const& before);

}  // namespace horenso
