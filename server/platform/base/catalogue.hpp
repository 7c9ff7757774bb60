#pragma once
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "platform/base/embedded.hpp"
#include "platform/base/problem.hpp"

namespace horenso {

/// The sentences people read, by code, from every `problems.ja.toml` in the tree. A test checks that
/// each code used in the program is here.
class Catalogue {
public:
    /// Throws std::logic_error if a file is malformed or a code stands twice.
    explicit Catalogue(std::span<embedded::File const> files);

    struct Words {
        std::string title;    ///< what happened, what is safe
        std::string instead;  ///< what to do now; may be empty
    };

    /// The sentences of `code` with `{name}` replaced. An unknown code gives a general sentence.
    Words words(std::string_view code, Problem::Arguments const& arguments) const;
    bool has(std::string_view code) const { return words_.contains(code); }

    /// The problem as RFC 9457 JSON: type, title, status, code, instead, fields, clause.
    std::string problem_json(Problem const& problem, std::string_view request_id) const;

private:
    std::map<std::string, Words, std::less<>> words_;
};

}  // namespace horenso
