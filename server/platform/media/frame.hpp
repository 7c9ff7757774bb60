#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What the worker program answers. Written by media/, read by the server, which trusts nothing in it.
namespace horenso::media {

enum class Outcome : char {
    done = 'd',
    unknown_kind = 'k',  ///< none of the kinds of files that are taken
    too_large = 'l',     ///< more pixels than are taken
    unreadable = 'u',    ///< of a kind that is taken, but broken
};

struct Answer {
    Outcome outcome = Outcome::unreadable;
    std::vector<std::string> parts = {};  ///< of what is done; their meaning is the job's
    friend bool operator==(Answer const&, Answer const&) = default;
};

inline constexpr std::size_t most_parts = 4;
inline constexpr std::size_t largest_answer = 4 * 1024 * 1024;

/// The outcome's letter, then each part behind its length (four bytes, the highest first).
std::string write_answer(Answer const& answer);

/// nullopt if it isn't one, whole and with nothing behind it.
std::optional<Answer> read_answer(std::string_view bytes);

}  // namespace horenso::media
