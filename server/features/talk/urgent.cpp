#include "features/talk/urgent.hpp"

#include "platform/text/limits.hpp"
#include "services/directory/directory.hpp"

namespace horenso::talk {
namespace {

constexpr text::Limits longest_reason{.graphemes = 100, .bytes = 1024};

}  // namespace

std::optional<Problem> refuse_reason(std::string_view reason) {
    auto const is_one_line = reason.find('\n') == reason.npos;
    if (is_one_line && !text::what_is_wrong(reason, longest_reason)) return std::nullopt;
    return Problem{.status = 422,
                   .code = "talk.bad_reason",
                   .arguments = {{"limit", std::to_string(longest_reason.graphemes)}}};
}

std::optional<Problem> refuse_urgent(Tx& tx, Viewer const& viewer, policy::Policy const& policy) {
    if (directory::may(tx, viewer, Permission::urgent)) return std::nullopt;
    auto const person = directory::find_person(tx, viewer.org, viewer.person);
    auto const department = person ? person->department : std::string{};
    if (directory::is_head(tx, viewer.org, viewer.person, department)) return std::nullopt;
    if (policy.settings(tx, viewer.org).is_on("B3", department, "urgent")) return std::nullopt;
    return Problem{.status = 403, .code = "talk.may_not_be_urgent"};
}

}  // namespace horenso::talk
