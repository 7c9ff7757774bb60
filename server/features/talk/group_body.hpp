#pragma once
#include <optional>
#include <string>
#include <utility>

#include "features/talk/group_rows.hpp"

namespace horenso::talk {

/// What a request says of a group. `Body` has the members visibility, purpose, ends_on and shows_past, each perhaps
/// absent: then it is as in a new group.
template <class Body>
Result<Group> asked_group(Body const& body) {
    Group group;
    if (body.visibility && *body.visibility != "listed" && *body.visibility != "unlisted")
        return Problem{.status = 422,
                       .code = "json.bad_fields",
                       .fields = {{.path = "visibility", .code = "talk.unknown_visibility"}}};
    if (body.visibility) group.visibility = visibility_of(*body.visibility);
    group.purpose = body.purpose.value_or("");
    group.ends_on = body.ends_on;
    group.shows_past = body.shows_past.value_or(true);
    return group;
}

}  // namespace horenso::talk
