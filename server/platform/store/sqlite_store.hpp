#pragma once
#include <memory>
#include <span>

#include "platform/store/open.hpp"
#include "platform/store/outside.hpp"

namespace horenso::sqlite {

/// As `open_sqlite`, on a machine that a test may have prepared.
std::unique_ptr<WholeStore> open(SqliteOptions const& options,
                                 std::span<Migration const> migrations, Outside outside);

}  // namespace horenso::sqlite
