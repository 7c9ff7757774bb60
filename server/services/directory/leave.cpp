// 休職 (clause B5): who doesn't use any of this, and from when until when.
#include "platform/time/japanese_date.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

constexpr Sql update_leave{R"(
    UPDATE directory_person SET leave_from = $3, leave_until = $4, version = $5
     WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql select_leave{R"(
    SELECT leave_from, leave_until FROM directory_person WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql select_on_leave{R"(
    SELECT person_id FROM directory_person
     WHERE org_id = $1 AND leave_from <= $2 AND (leave_until IS NULL OR leave_until >= $2))"};

/// As the store keeps it; nullopt if it isn't one.
std::optional<Leave> normalised(Leave const& typed) {
    auto const from = parse_japanese_date(typed.from);
    if (!from) return std::nullopt;
    if (!typed.until) return Leave{iso_text(*from), std::nullopt};
    auto const until = parse_japanese_date(*typed.until);
    if (!until || *until < *from) return std::nullopt;
    return Leave{iso_text(*from), iso_text(*until)};
}

}  // namespace

bool Leave::includes(std::string_view day) const {
    return from <= day && (!until || day <= *until);
}

std::optional<Leave> leave_of(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_leave, org, person);
    return row.next() ? leave_in(row, 0) : std::nullopt;
}

std::optional<Leave> leave_in(Rows const& row, int first) {
    auto from = row.get<std::optional<std::string>>(first);
    if (!from) return std::nullopt;
    return Leave{*std::move(from), row.get<std::optional<std::string>>(first + 1)};
}

std::vector<PersonId> on_leave(Tx& tx, OrgId org, Instant at) {
    std::vector<PersonId> people;
    auto row = tx.query(select_on_leave, org, iso_text(local_date(at)));
    while (row.next()) people.push_back(row.get<PersonId>(0));
    return people;
}

Result<Done> Directory::write_leave(Tx& tx, OrgId org, audit::Actor const& actor, PersonId person,
                                    std::optional<Leave> const& leave) const {
    auto const home = lock_org(tx, org);
    auto const who = home ? find_person(tx, org, person) : std::nullopt;
    if (!who) return Problem{.status = 404, .code = "directory.no_such_person"};
    if (who->leave == leave) return Done{};
    if (leave && is_last_administrator(tx, org, *who))
        return Problem{.status = 409, .code = "directory.last_administrator"};
    auto const version = tx.advance(directory_stream(org));
    auto const from = leave ? std::optional{leave->from} : std::nullopt;
    tx.run(update_leave, org, person, from, leave ? leave->until : std::nullopt, version);
    tx.tell(people_changed(org, version));
    if (needs_.also_leave) needs_.also_leave(tx, org, person);
    constexpr audit::Word begun{"set"}, ended{"ended"};
    audit::record(tx, needs_.clock.now(),
                  {.org = org,
                   .actor = actor,
                   .action = audit::Action::leave_set,
                   .subject = subject_of(person),
                   .details = audit::Details{}.word("leave", leave ? begun : ended)});
    return Done{};
}

Task<Result<Done>> Directory::set_leave(Viewer const& viewer, PersonId person,
                                        std::optional<Leave> leave) {
    auto const days = leave ? normalised(*leave) : std::nullopt;
    if (leave && !days) co_return Problem{.status = 422, .code = "directory.bad_leave"};
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        if (auto refused = refuse_out_of_reach(tx, *permit, person)) return *std::move(refused);
        return write_leave(tx, viewer.org, actor_of(viewer), person, days);
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Directory::set_leave_of(OrgId org, PersonId person, Leave leave) {
    auto const days = normalised(leave);
    if (!days) co_return Problem{.status = 422, .code = "directory.bad_leave"};
    auto write = [&](Tx& tx) { return write_leave(tx, org, audit::the_operator, person, days); };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::directory
