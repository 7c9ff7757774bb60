#include "services/access/opening.hpp"

namespace horenso::access {
namespace {

constexpr Sql update_opening{R"(
    UPDATE access_session SET opened_by = $3 WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql update_reopening{R"(
    UPDATE access_session SET opened_by = 'password', created_at = $3
     WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql select_opening{R"(
    SELECT opened_by, created_at FROM access_session WHERE org_id = $1 AND session_id = $2)"};

}  // namespace

void note_opening(Tx& tx, Token const& token, audit::Word by) {
    tx.run(update_opening, token.org, token.id, by.text());
}

void note_reopening(Tx& tx, Viewer const& viewer, Instant now) {
    tx.run(update_reopening, viewer.org, viewer.session, now);
}

Problem pin_is_not_enough() { return {.status = 403, .code = "access.pin_is_not_enough"}; }

Opening opening_of(Tx& tx, Viewer const& viewer) {
    auto row = tx.query(select_opening, viewer.org, viewer.session);
    if (!row.next()) return {};
    return {row.get<std::string>(0), row.get<Instant>(1)};
}

}  // namespace horenso::access
