#pragma once
#include <span>
#include <string_view>

namespace horenso::embedded {

/// A file of the source tree that was built into the program.
struct File {
    std::string_view
        path;  ///< "platform/store/migrations/0001_meta.sql", "features/talk/problems.ja.toml"
    std::string_view bytes;  ///< lives as long as the program
};

/// Migrations, message catalogues, tables and the sample office, sorted by path.
std::span<File const> files();

}  // namespace horenso::embedded
