#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "platform/base/embedded.hpp"

namespace horenso::app {

/// The sample office as its files say it (app/sample/*.toml explain themselves). People are named by
/// their login without '@' and what follows.
struct SampleOffice {
    /// Some or many of the staff.
    struct Members {
        enum class By { login, department, employment } by;
        std::string name;
    };
    /// One message.
    struct Line {
        int days_ago;  ///< working days; 1: the last one before the day of loading
        std::chrono::minutes at;
        std::string author;
        std::string text;
    };
    struct Room {
        std::string key;
        std::string name;  ///< empty: a direct room
        std::string master;
        std::vector<Members> members;
        std::vector<Line> talk;                     ///< oldest first
        std::map<std::string, std::size_t> unread;  ///< who is held back, by how many messages
    };
    /// A time of day at which people look at their rooms, each at a minute of their own.
    struct Look {
        std::chrono::minutes from;
        int minutes;
    };

    std::string slug, name;
    std::string administrator, sub_administrator;
    std::vector<std::string> heads;  ///< each of their own department
    std::vector<std::string> away;
    std::string newcomer;  ///< has yet to accept the guideline
    std::vector<Look> looks;
    std::string staff_csv;
    std::string contacts_csv;  ///< people outside
    std::vector<Room> rooms;   ///< by key
};

/// Reads app/sample/ out of `files`. Throws std::runtime_error with file, line and what was expected.
SampleOffice read_sample_files(std::span<embedded::File const> files);

}  // namespace horenso::app
