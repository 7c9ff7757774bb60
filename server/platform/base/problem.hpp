#pragma once
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace horenso {

/// Why a request was turned down. On the wire it is `application/problem+json` (RFC 9457).
/// `code` is stable and is the key of the sentences a person reads: `title` (what happened, what is
/// safe) and `instead` (what to do now) stand in the message catalogue (`problems.ja.toml` beside the
/// code), where `{name}` is replaced by the argument of that name. So nothing here is secret, and
/// nothing here is prose.
struct Problem {
    using Arguments = std::vector<std::pair<std::string, std::string>>;

    /// One bad field: where it is (`members[2]`, `body`) and why, again as a catalogue code.
    struct Field {
        std::string path;
        std::string code;
        Arguments arguments = {};
        friend bool operator==(Field const&, Field const&) = default;
    };

    int status = 400;                        ///< HTTP status, RFC 9110 §15
    std::string code;                        ///< "talk.room_not_found"
    Arguments arguments = {};                ///< for the sentences
    std::vector<Field> fields = {};          ///< every bad field, not only the first
    std::optional<std::string> clause = {};  ///< the guideline clause that refused
    std::optional<int> retry_after_s = {};   ///< seconds; sent as Retry-After
    bool empties_browser = false;  ///< what the browser keeps of us goes; sent as Clear-Site-Data
    friend bool operator==(Problem const&, Problem const&) = default;
};

}  // namespace horenso
