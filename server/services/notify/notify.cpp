#include "services/notify/notify.hpp"

#include <algorithm>
#include <array>

#include "services/live/events.hpp"
#include "services/notify/rows.hpp"

namespace horenso::notify {
namespace {

constexpr std::int64_t most_quiet = 500;
constexpr std::string_view talk = "talk";
constexpr std::string_view digest = "digest";

constexpr Sql select_newest{R"(
    SELECT COALESCE(MAX(notice_id), 0) FROM notify_notice WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql upsert_seen{R"(
    INSERT INTO notify_seen (org_id, person_id, notice_id) VALUES ($1, $2, $3)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET notice_id = excluded.notice_id WHERE notify_seen.notice_id < excluded.notice_id)"};
constexpr Sql count_quiet{R"(
    SELECT COUNT(*) FROM notify_quiet WHERE org_id = $1 AND person_id = $2)"};
constexpr Sql insert_quiet{R"(
    INSERT INTO notify_quiet (org_id, person_id, what) VALUES ($1, $2, $3)
    ON CONFLICT (org_id, person_id, what) DO NOTHING)"};
constexpr Sql delete_quiet{R"(
    DELETE FROM notify_quiet WHERE org_id = $1 AND person_id = $2 AND what = $3)"};

Problem bad_choice() { return {.status = 422, .code = "notify.bad_choice"}; }

bool is_place(std::string_view what) { return id_in(what, "room").has_value(); }

}  // namespace

Stream notices_stream(OrgId org, PersonId person) { return {org, "notices", person.value}; }

void tell(Tx& tx, OrgId org, PersonId person) {
    live::tell_changed(tx, changed_event, notices_stream(org, person));
}

Task<Mine> Notify::mine(Viewer const& viewer) const {
    auto read = [&](Tx& tx) {
        std::array const me{viewer.person};
        auto const calendar = needs_.hours.calendar(tx, viewer.org, me);
        auto const now = needs_.clock.now();
        auto const opening = calendar.opening(viewer.person, now);
        auto const is_open = opening && opening->opens <= now;
        Mine mine{.notices = newest_notices(tx, viewer.org, viewer.person),
                  .seen = seen_up_to(tx, viewer.org, viewer.person),
                  .quiet = quiet_of(tx, viewer.org, viewer.person)};
        mine.holds = needs_.policy.settings(tx, viewer.org)
                         .is_on("B3", calendar.department_of(viewer.person));
        mine.rings = is_open || !mine.holds;
        if (opening && mine.holds) mine.changes_at = is_open ? opening->closes : opening->opens;
        return mine;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<Done>> Notify::see(Viewer const& viewer, std::int64_t up_to) {
    auto write = [&](Tx& tx) -> Result<Done> {
        std::int64_t newest = 0;
        {
            auto row = tx.query(select_newest, viewer.org, viewer.person);
            if (row.next()) newest = row.get<std::int64_t>(0);
        }
        auto const seen = std::min(up_to, newest);
        if (seen > 0 && tx.run(upsert_seen, viewer.org, viewer.person, seen) > 0)
            tell(tx, viewer.org, viewer.person);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Notify::set_quiet(Viewer const& viewer, std::string what, bool quiet) {
    if (what != talk && what != digest && !is_place(what)) co_return bad_choice();
    auto write = [&](Tx& tx) -> Result<Done> {
        if (quiet) {
            tx.run(insert_quiet, viewer.org, viewer.person, what);
            auto row = tx.query(count_quiet, viewer.org, viewer.person);
            if (row.next() && row.get<std::int64_t>(0) > most_quiet) return bad_choice();
        } else {
            tx.run(delete_quiet, viewer.org, viewer.person, what);
        }
        tell(tx, viewer.org, viewer.person);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

live::Source Notify::source() {
    auto const stream_of = [](live::Reader reader) {
        return notices_stream(reader.org, PersonId{reader.person});
    };
    return live::source_of_changes("notices", changed_event, stream_of);
}

}  // namespace horenso::notify
