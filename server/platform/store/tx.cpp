#include "platform/store/tx.hpp"

namespace horenso {
namespace {

constexpr Sql advance_head{R"(
    INSERT INTO stream_head (org_id, kind, id, version, seq)
    VALUES ($1, $2, $3, 1, 0)
        ON CONFLICT (org_id, kind, id) DO UPDATE SET version = stream_head.version + 1
    RETURNING version
)"};

constexpr Sql take_next_place{R"(
    INSERT INTO stream_head (org_id, kind, id, version, seq)
    VALUES ($1, $2, $3, 1, 1)
        ON CONFLICT (org_id, kind, id)
        DO UPDATE SET version = stream_head.version + 1, seq = stream_head.seq + 1
    RETURNING version, seq
)"};

constexpr Sql find_head{R"(
    SELECT version, seq FROM stream_head WHERE org_id = $1 AND kind = $2 AND id = $3
)"};

}  // namespace

std::int64_t Tx::advance(Stream const& stream) {
    auto rows = query(advance_head, stream.org, stream.kind, stream.id);
    rows.next();
    return rows.get<std::int64_t>(0);
}

Head Tx::take_place(Stream const& stream) {
    auto rows = query(take_next_place, stream.org, stream.kind, stream.id);
    rows.next();
    return {rows.get<std::int64_t>(0), rows.get<std::int64_t>(1)};
}

Head Tx::head(Stream const& stream) {
    auto rows = query(find_head, stream.org, stream.kind, stream.id);
    if (!rows.next()) return {};
    return {rows.get<std::int64_t>(0), rows.get<std::int64_t>(1)};
}

}  // namespace horenso
