// Whose device a session is on.
#include "services/access/sessions.hpp"

namespace horenso::access {
namespace {

constexpr Sql select_device{R"(
    SELECT device, created_at FROM access_session WHERE org_id = $1 AND session_id = $2)"};

constexpr Sql update_device{R"(
    UPDATE access_session SET device = $3, device_since = $4, last_seen_at = $4
     WHERE org_id = $1 AND session_id = $2)"};

Result<Done> change_device(Tx& tx, Viewer const& viewer, DeviceClass device, Instant now) {
    auto row = tx.query(select_device, viewer.org, viewer.session);
    if (!row.next()) return Problem{.status = 401, .code = "access.signed_out"};
    if (device_of(row.get<std::string>(0)) == device) return Done{};
    if (device != DeviceClass::shared && now >= row.get<Instant>(1) + fresh_for)
        return Problem{.status = 403, .code = "access.device_later"};
    tx.run(update_device, viewer.org, viewer.session, word_of(device), now);
    return Done{};
}

}  // namespace

DeviceClass find_device(Tx& tx, Viewer const& viewer) {
    auto row = tx.query(select_device, viewer.org, viewer.session);
    return row.next() ? device_of(row.get<std::string>(0)) : viewer.device;
}

Task<Result<Done>> Access::set_device(Viewer const& viewer, DeviceClass device) {
    auto change = [&](Tx& tx) { return change_device(tx, viewer, device, needs_.clock.now()); };
    auto const changed = co_await needs_.store.write(change);
    if (changed) cache_->forget(viewer.org, viewer.person, viewer.session);
    co_return changed;
}

}  // namespace horenso::access
