// What was reported lost, for whoever it is about and who sees to devices (clause 3.7).
#include "services/access/known.hpp"

namespace horenso::access {
namespace {

constexpr Sql select_losses{R"(
    SELECT loss_id, person_id, device_name, reported_by, reported_at, last_used_at, network,
           sessions, showed_up_at, found_at
      FROM access_loss
     WHERE org_id = $1 AND ($2 = 0 OR person_id = $2)
     ORDER BY found_at IS NOT NULL, reported_at DESC, loss_id DESC
     LIMIT 200)"};
constexpr Sql select_seen{R"(
    SELECT kind, name, count FROM access_loss_seen
     WHERE org_id = $1 AND loss_id = $2 ORDER BY place)"};

Loss loss_of(Rows const& row) {
    Loss loss;
    loss.id = row.get<LossId>(0);
    loss.person = row.get<PersonId>(1);
    loss.device = row.get<std::string>(2);
    loss.reported_by = row.get<std::optional<PersonId>>(3);
    loss.reported_at = row.get<Instant>(4);
    loss.last_used_at = row.get<Instant>(5);
    loss.network = network_of_word(row.get<std::string_view>(6));
    loss.sessions = row.get<std::int64_t>(7);
    loss.showed_up_at = row.get<std::optional<Instant>>(8);
    loss.found_at = row.get<std::optional<Instant>>(9);
    return loss;
}

}  // namespace

Task<std::vector<Loss>> Devices::losses(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        bool const sees_all = directory::may(tx, viewer, Permission::sign_in);
        std::vector<Loss> losses;
        {
            auto row = tx.query(select_losses, viewer.org, sees_all ? PersonId{} : viewer.person);
            while (row.next()) losses.push_back(loss_of(row));
        }
        for (auto& loss : losses) {
            auto row = tx.query(select_seen, viewer.org, loss.id);
            while (row.next())
                loss.seen.push_back(
                    {row.get<std::string>(0), row.get<std::string>(1), row.get<std::int64_t>(2)});
        }
        return losses;
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::access
