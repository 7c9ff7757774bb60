// The photo beside somebody's name (clause 5.5).
#include "services/directory/photos.hpp"

#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {
namespace {

constexpr Sql update_photo{R"(
    UPDATE directory_person SET photo_id = $3, version = $4
     WHERE org_id = $1 AND person_id = $2 AND retired = 0)"};

constexpr Sql upsert_photo{R"(
    INSERT INTO directory_photo (org_id, person_id, photo_id, large, small)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET photo_id = excluded.photo_id, large = excluded.large, small = excluded.small)"};

constexpr Sql delete_photo{"DELETE FROM directory_photo WHERE org_id = $1 AND person_id = $2"};

constexpr Sql select_large{R"(
    SELECT large FROM directory_photo WHERE org_id = $1 AND person_id = $2 AND photo_id = $3)"};
constexpr Sql select_small{R"(
    SELECT small FROM directory_photo WHERE org_id = $1 AND person_id = $2 AND photo_id = $3)"};

Problem no_such_person() { return {.status = 404, .code = "directory.no_such_person"}; }

/// Counts the directory up first: so it comes before or after a retirement, and never between.
bool point_to(Tx& tx, OrgId org, PersonId person, std::optional<PhotoId> photo) {
    auto const version = tx.advance(directory_stream(org));
    if (tx.run(update_photo, org, person, photo, version) == 0) return false;
    tx.tell(people_changed(org, version));
    return true;
}

Bytes bytes_of(std::string const& text) { return std::as_bytes(std::span{text}); }

/// False if there was none.
Result<bool> take_away(Tx& tx, OrgId org, PersonId person) {
    auto const who = find_person(tx, org, person);
    if (!who) return no_such_person();
    if (!who->photo) return false;
    if (!point_to(tx, org, person, std::nullopt)) return no_such_person();
    erase_photo(tx, org, person);
    return true;
}

}  // namespace

std::int64_t erase_photo(Tx& tx, OrgId org, PersonId person) {
    return tx.run(delete_photo, org, person);
}

Task<Result<PhotoId>> Photos::set(Viewer const& viewer, std::string bytes) const {
    auto whose = std::to_string(viewer.org.value) + ' ' + std::to_string(viewer.person.value);
    auto made = co_await needs_.make(std::move(whose), std::move(bytes));
    if (!made) co_return made.problem();
    auto const id = needs_.ids.make<PhotoId>(needs_.clock.now().ms);
    auto write = [&](Tx& tx) -> Result<PhotoId> {
        if (!point_to(tx, viewer.org, viewer.person, id)) return no_such_person();
        tx.run(upsert_photo, viewer.org, viewer.person, id, bytes_of(made->large),
               bytes_of(made->small));
        return id;
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Photos::remove(Viewer const& viewer) const {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const was_there = take_away(tx, viewer.org, viewer.person);
        if (!was_there) return was_there.problem();
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<Done>> Photos::remove_of(Viewer const& viewer, PersonId person) const {
    auto write = [&](Tx& tx) -> Result<Done> {
        auto const permit = require<Permission::staff>(tx, viewer);
        if (!permit) return permit.problem();
        if (auto refused = refuse_out_of_reach(tx, *permit, person)) return *std::move(refused);
        auto const was_there = take_away(tx, viewer.org, person);
        if (!was_there) return was_there.problem();
        if (!*was_there) return Done{};
        audit::record(tx, needs_.clock.now(),
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::photo_removed,
                       .subject = subject_of(person)});
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

Task<Result<std::string>> Photos::find(Viewer const& viewer, PersonId person, PhotoId photo,
                                       PhotoSize size) const {
    auto read = [&](Tx& tx) -> Result<std::string> {
        auto row = tx.query(size == PhotoSize::large ? select_large : select_small, viewer.org,
                            person, photo);
        if (!row.next()) return Problem{.status = 404, .code = "directory.no_such_photo"};
        auto const bytes = row.get<Bytes>(0);
        return std::string{reinterpret_cast<char const*>(bytes.data()), bytes.size()};
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::directory
