#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "services/audit/audit.hpp"

namespace horenso::policy {

/// What somebody is about to do with words.
enum class DraftKind {
    message,
    later,  ///< a message that is sent at a time its author chose
    group_name,
};
std::string_view name_of(DraftKind kind);
std::optional<DraftKind> kind_named(std::string_view name);

/// What was written, as it was typed, and where it is to stand. Views what it is given.
struct Draft {
    DraftKind kind = DraftKind::message;
    std::string_view text;   ///< UTF-8 within the limits of the feature
    std::string_view place;  ///< "room:7": an acknowledgement is good for this place only
};

/// The numbers that rules go by, as they hold for the author.
struct Numbers {
    int message_characters = 200;  ///< clause 5.3
};

/// A part of the draft's text, in bytes.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(Range, Range) = default;
};

/// What a rule says of a draft.
struct Finding {
    audit::Word clause;
    audit::Word measure;
    char const* code;           ///< of the sentences a person reads: "policy.greeting"
    std::vector<Range> ranges;  ///< what it is about, in order; empty: all of it
    /// What one tap may drop, so that the rest still reads well; empty: nothing.
    std::vector<Range> drop = {};
};

/// A rule of the guideline: a pure function. It must not keep what it was given.
struct Rule {
    audit::Word clause;
    audit::Word measure;
    std::optional<Finding> (*find)(Draft const&, Numbers const&);
    enum class About { messages, group_names } about = About::messages;
};

/// Those that exist, in the order of their clauses.
std::span<Rule const> rules();

/// What `rules` say of `draft`. A rule that throws is logged; if its clause may confirm or block it counts
/// as a finding of its own (`policy.rule_failed`), else it says nothing.
std::vector<Finding> look(Draft const& draft, Numbers const& numbers,
                          std::span<Rule const> rules = policy::rules());

/// Those of `rules` whose clause may confirm or block: what the server looks for before it writes.
std::vector<Rule> guards(std::span<Rule const> rules = policy::rules());

/// `bytes` counted in UTF-16 code units from the beginning of `text`, as browsers count.
std::size_t utf16_offset(std::string_view text, std::size_t bytes);

}  // namespace horenso::policy
