// 通報: a message is shown to the administrators, in its context (clause B8).
#include "features/talk/messages.hpp"
#include "features/talk/recorded.hpp"
#include "features/talk/rooms.hpp"
#include "platform/text/limits.hpp"

namespace horenso::talk {
namespace {

constexpr std::int64_t around = 5;  // messages before and after
constexpr text::Limits longest_words{.graphemes = 500, .bytes = 4 * 1024};

constexpr Sql select_all{R"(
    SELECT r.report_id, r.room_id, r.seq, t.author_id, r.reporter_id, r.reason, r.reported_at,
           r.closed_by, r.closed_at, r.outcome
      FROM talk_report r
      JOIN talk_message t ON t.org_id = r.org_id AND t.room_id = r.room_id AND t.seq = r.seq
     WHERE r.org_id = $1
     ORDER BY r.closed_at IS NOT NULL, r.report_id DESC
     LIMIT 200)"};
constexpr Sql select_one{R"(
    SELECT r.report_id, r.room_id, r.seq, t.author_id, r.reporter_id, r.reason, r.reported_at,
           r.closed_by, r.closed_at, r.outcome
      FROM talk_report r
      JOIN talk_message t ON t.org_id = r.org_id AND t.room_id = r.room_id AND t.seq = r.seq
     WHERE r.org_id = $1 AND r.report_id = $2)"};
constexpr Sql select_mine{R"(
    SELECT report_id FROM talk_report
     WHERE org_id = $1 AND room_id = $2 AND seq = $3 AND reporter_id = $4)"};
constexpr Sql insert_report{R"(
    INSERT INTO talk_report (org_id, report_id, room_id, seq, reporter_id, reason, reported_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7))"};
constexpr Sql close_report{R"(
    UPDATE talk_report SET closed_by = $3, closed_at = $4, outcome = $5
     WHERE org_id = $1 AND report_id = $2 AND closed_at IS NULL)"};
constexpr Sql select_message{R"(
    SELECT 1 FROM talk_message WHERE org_id = $1 AND room_id = $2 AND seq = $3)"};
constexpr Sql select_around{R"(
    SELECT room_id, seq, version, author_id, body, client_key, posted_at, urgent
      FROM talk_message
     WHERE org_id = $1 AND room_id = $2 AND seq BETWEEN $3 AND $4
     ORDER BY seq)"};
constexpr Sql select_name{"SELECT name FROM talk_room WHERE org_id = $1 AND room_id = $2"};

Problem no_such_report() { return {.status = 404, .code = "talk.report_not_found"}; }

std::optional<Problem> refuse_words(std::string_view words) {
    if (!text::what_is_wrong(words, longest_words)) return std::nullopt;
    return Problem{.status = 422,
                   .code = "talk.bad_report",
                   .arguments = {{"limit", std::to_string(longest_words.graphemes)}}};
}

Report report_of(Rows const& row) {
    Report report{.id = row.get<ReportId>(0),
                  .room = row.get<RoomId>(1),
                  .seq = row.get<std::int64_t>(2),
                  .author = row.get<PersonId>(3),
                  .reporter = row.get<PersonId>(4),
                  .reason = row.get<std::string>(5),
                  .reported_at = row.get<Instant>(6)};
    if (auto const by = row.get<std::optional<PersonId>>(7))
        report.closed = Report::Closed{*by, row.get<Instant>(8), row.get<std::string>(9)};
    return report;
}

std::optional<ReportId> find_mine(Tx& tx, Entered const& in, std::int64_t seq) {
    auto row = tx.query(select_mine, in.org(), in.room(), seq, in.person());
    if (!row.next()) return std::nullopt;
    return row.get<ReportId>(0);
}

std::optional<Report> find_report(Tx& tx, directory::Permit<Permission::reports> const& by,
                                  ReportId id) {
    auto row = tx.query(select_one, by.org(), id);
    if (!row.next()) return std::nullopt;
    return report_of(row);
}

/// The one way to read a room without being its member: a permit, of a report, and it is recorded.
ReportContext read_context(Tx& tx, directory::Permit<Permission::reports> const& by,
                           Report report) {
    ReportContext context{.report = std::move(report)};
    auto const room = context.report.room;
    {
        auto name = tx.query(select_name, by.org(), room);
        if (name.next()) context.room_name = name.get<std::string>(0);
    }
    context.members = read_members(tx, by.org(), room);
    auto row = tx.query(select_around, by.org(), room, context.report.seq - around,
                        context.report.seq + around);
    while (row.next()) context.messages.push_back(message_of(row));
    return context;
}

void tell_readers(Tx& tx, OrgId org) {
    for (auto const person : directory::permitted_people(tx, org, Permission::reports))
        notify::tell(tx, org, person);
}

}  // namespace

Task<Result<ReportId>> Reports::report(Viewer const& viewer, RoomId room, std::int64_t seq,
                                       std::string reason) {
    if (auto refused = refuse_words(reason)) co_return *std::move(refused);
    auto const now = needs_.clock.now();
    auto const id = needs_.ids.make<ReportId>(now.ms);
    auto write = [&](Tx& tx) -> Result<ReportId> {
        auto const in = enter(tx, viewer, room);
        if (!in) return in.problem();
        auto const person = directory::find_person(tx, viewer.org, viewer.person);
        if (!needs_.policy.settings(tx, viewer.org).is_on("B8", person ? person->department : ""))
            return Problem{.status = 403, .code = "talk.reports_off", .clause = "B8"};
        if (seq < in->from_seq() || !tx.query(select_message, viewer.org, room, seq).next())
            return Problem{.status = 404, .code = "talk.message_not_found"};
        if (auto const mine = find_mine(tx, *in, seq)) return *mine;
        tx.run(insert_report, viewer.org, id, room, seq, viewer.person, reason, now);
        tell_readers(tx, viewer.org);
        record_report(tx, now, viewer, audit::Action::message_reported, id);
        return id;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::vector<Report>>> Reports::all(Viewer const& viewer) const {
    auto read = [&](Tx& tx) -> Result<std::vector<Report>> {
        auto const by = directory::require<Permission::reports>(tx, viewer);
        if (!by) return by.problem();
        std::vector<Report> reports;
        auto row = tx.query(select_all, by->org());
        while (row.next()) reports.push_back(report_of(row));
        return reports;
    };
    co_return co_await needs_.store.read(read);
}

Task<Result<ReportContext>> Reports::open(Viewer const& viewer, ReportId id) {
    auto write = [&](Tx& tx) -> Result<ReportContext> {
        auto const by = directory::require<Permission::reports>(tx, viewer);
        if (!by) return by.problem();
        auto report = find_report(tx, *by, id);
        if (!report) return no_such_report();
        auto context = read_context(tx, *by, *std::move(report));
        record_report(tx, needs_.clock.now(), viewer, audit::Action::report_opened, id);
        return context;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Reports::close(Viewer const& viewer, ReportId id, std::string outcome) {
    if (auto refused = refuse_words(outcome)) co_return *std::move(refused);
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const by = directory::require<Permission::reports>(tx, viewer);
        if (!by) return by.problem();
        if (!find_report(tx, *by, id)) return no_such_report();
        auto const now = needs_.clock.now();
        if (tx.run(close_report, by->org(), id, viewer.person, now, outcome) == 0)
            return Problem{.status = 409, .code = "talk.report_closed"};
        tell_readers(tx, viewer.org);
        record_report(tx, now, viewer, audit::Action::report_closed, id);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::talk
