#pragma once
#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
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
        std::string name;  ///< empty: a direct room, or one that is there by itself
        std::string master;
        std::string purpose;         ///< of a group that everybody finds; empty: none is found
        std::optional<int> ends_in;  ///< working days
        std::vector<Members> members;
        std::vector<Line> talk;                     ///< oldest first
        std::map<std::string, std::size_t> unread;  ///< who is held back, by how many messages
        bool is_automatic =
            false;  ///< that of a department or an employment type, which is its one member
    };
    /// 拠点, and the departments there.
    struct Site {
        std::string name, address, telephone;
        std::vector<std::string> departments;
    };
    /// A time of day at which people look at their rooms, each at a minute of their own.
    struct Look {
        std::chrono::minutes from;
        int minutes;
    };

    /// 受け持ち: what these people are entrusted with.
    struct Set {
        std::string name;
        std::vector<std::string> permissions;
        std::vector<std::string> people;
    };
    /// Beside whose name it stands, as JPEG in both sizes.
    struct Photo {
        std::string login, large, small;
    };

    std::string slug, name;
    std::string administrator, sub_administrator;
    std::vector<Site> sites;
    std::vector<std::string> heads;  ///< each of their own department
    std::vector<Set> sets;
    std::vector<std::string> away;
    std::string newcomer;  ///< has yet to accept the guideline
    std::vector<Look> looks;
    std::string staff_csv;
    std::string contacts_csv;  ///< people outside
    std::vector<Photo> photos;
    std::vector<Room> rooms;  ///< by key
};

/// Reads app/sample/ out of `files`. Throws std::runtime_error with file, line and what was expected.
SampleOffice read_sample_files(std::span<embedded::File const> files);

}  // namespace horenso::app
