#include "services/access/pin_places.hpp"

#include "platform/time/days.hpp"
#include "platform/time/japanese_date.hpp"

namespace horenso::access {
namespace {

constexpr Sql upsert_place{R"(
    INSERT INTO access_pin_place (org_id, device_id, person_id, signed_in_at, tries)
    VALUES ($1, $2, $3, $4, 0)
    ON CONFLICT (org_id, device_id, person_id)
    DO UPDATE SET signed_in_at = excluded.signed_in_at, tries = 0)"};
constexpr Sql select_on{R"(
    SELECT device_id, person_id, signed_in_at, tries FROM access_pin_place
     WHERE org_id = $1 AND device_id = $2 AND signed_in_at >= $3
     ORDER BY person_id)"};
constexpr Sql select_of{R"(
    SELECT device_id, person_id, signed_in_at, tries FROM access_pin_place
     WHERE org_id = $1 AND person_id = $2 AND signed_in_at >= $3
     ORDER BY signed_in_at DESC, device_id)"};
constexpr Sql count_try{R"(
    UPDATE access_pin_place SET tries = tries + 1
     WHERE org_id = $1 AND device_id = $2 AND person_id = $3 AND signed_in_at >= $4 AND tries < $5)"};
constexpr Sql forget_tries{R"(
    UPDATE access_pin_place SET tries = 0
     WHERE org_id = $1 AND device_id = $2 AND person_id = $3 AND signed_in_at >= $4)"};
constexpr Sql select_tries{R"(
    SELECT tries FROM access_pin_place WHERE org_id = $1 AND device_id = $2 AND person_id = $3)"};
constexpr Sql delete_of{R"(
    DELETE FROM access_pin_place WHERE org_id = $1 AND person_id = $2 AND device_id <> $3)"};
constexpr Sql delete_on{"DELETE FROM access_pin_place WHERE org_id = $1 AND device_id = $2"};
constexpr Sql delete_one{R"(
    DELETE FROM access_pin_place WHERE org_id = $1 AND device_id = $2 AND person_id = $3)"};
// For all organisations together: nothing of it is shown to anybody.
constexpr Sql delete_over{R"(
    DELETE FROM access_pin_place
     WHERE (org_id, device_id, person_id) IN (
               SELECT org_id, device_id, person_id FROM access_pin_place
                WHERE signed_in_at < $1 LIMIT $2)
       AND signed_in_at < $1)"};

/// Who signed in before this moment has to do so again.
Instant good_since(Instant now) { return local_midnight(add_days(local_date(now), -pin_days)); }

std::vector<PinPlace> places(Rows row) {
    std::vector<PinPlace> found;
    while (row.next())
        found.push_back({row.get<DeviceId>(0), row.get<PersonId>(1), row.get<Instant>(2),
                         row.get<std::int64_t>(3)});
    return found;
}

}  // namespace

Instant PinPlace::over_at() const {
    return local_midnight(add_days(local_date(signed_in_at), pin_days + 1));
}

void add_pin_place(Tx& tx, OrgId org, DeviceId device, PersonId person, Instant now) {
    tx.run(upsert_place, org, device, person, now);
}

std::vector<PinPlace> pin_places_on(Tx& tx, OrgId org, DeviceId device, Instant now) {
    return places(tx.query(select_on, org, device, good_since(now)));
}

std::vector<PinPlace> pin_places_of(Tx& tx, OrgId org, PersonId person, Instant now) {
    return places(tx.query(select_of, org, person, good_since(now)));
}

bool begin_pin_try(Tx& tx, PinPlace const& place, OrgId org, Instant now) {
    return tx.run(count_try, org, place.device, place.person, good_since(now), most_pin_tries) == 1;
}

bool pin_was_right(Tx& tx, PinPlace const& place, OrgId org, Instant now) {
    return tx.run(forget_tries, org, place.device, place.person, good_since(now)) == 1;
}

bool is_pin_closed(Tx& tx, PinPlace const& place, OrgId org) {
    auto row = tx.query(select_tries, org, place.device, place.person);
    return row.next() && row.get<std::int64_t>(0) >= most_pin_tries;
}

void end_pin_places(Tx& tx, OrgId org, PersonId person, DeviceId but) {
    tx.run(delete_of, org, person, but);
}

void end_pin_places_on(Tx& tx, OrgId org, DeviceId device) { tx.run(delete_on, org, device); }

void end_pin_place(Tx& tx, OrgId org, DeviceId device, PersonId person) {
    tx.run(delete_one, org, device, person);
}

std::int64_t sweep_pin_places(Tx& tx, Instant now, int most) {
    return tx.run(delete_over, good_since(now), most);
}

}  // namespace horenso::access
