// What somebody alone carries in their groups, for whoever comes after them (引き継ぎ, clause 3.9).
#include "features/talk/talk.hpp"

namespace horenso::talk {
namespace {

constexpr Sql select_led{R"(
    SELECT r.name, (SELECT COUNT(*) FROM talk_member n WHERE n.org_id = $1 AND n.room_id = r.room_id),
           COALESCE((SELECT n.person_id FROM talk_member n
                      WHERE n.org_id = $1 AND n.room_id = r.room_id AND n.person_id = r.deputy_id),
                    (SELECT n.person_id FROM talk_member n
                      WHERE n.org_id = $1 AND n.room_id = r.room_id AND n.person_id <> $2
                      ORDER BY n.joined_at, n.person_id
                      LIMIT 1))
      FROM talk_room r
     WHERE r.org_id = $1 AND r.master_id = $2 AND r.kind = 'group' AND r.origin IS NULL
       AND EXISTS (SELECT 1 FROM talk_member m
                    WHERE m.org_id = $1 AND m.room_id = r.room_id AND m.person_id = $2)
     ORDER BY r.name, r.room_id)"};

constexpr Sql count_reviews{R"(
    SELECT COUNT(*)
      FROM talk_review v
      JOIN talk_room r ON r.org_id = v.org_id AND r.room_id = v.room_id
      JOIN talk_member m ON m.org_id = v.org_id AND m.room_id = v.room_id
                        AND m.person_id = v.person_id
     WHERE v.org_id = $1 AND r.master_id = $2)"};

constexpr Sql count_later{"SELECT COUNT(*) FROM talk_later WHERE org_id = $1 AND author_id = $2"};

void add_counted(std::vector<directory::HandOver>& all, std::string what, Rows row) {
    auto const count = row.next() ? row.get<std::int64_t>(0) : 0;
    if (count > 0) all.push_back({std::move(what), "", count});
}

}  // namespace

std::vector<directory::HandOver> carried_by(Tx& tx, OrgId org, PersonId person) {
    std::vector<directory::HandOver> all;
    auto row = tx.query(select_led, org, person);
    while (row.next())
        all.push_back({"master", row.get<std::string>(0), row.get<std::int64_t>(1),
                       row.get<std::optional<PersonId>>(2)});
    add_counted(all, "reviews", tx.query(count_reviews, org, person));
    add_counted(all, "later_messages", tx.query(count_later, org, person));
    return all;
}

}  // namespace horenso::talk
