// Whatever is done to the rows behind the program's back is found.
#include <gmock/gmock.h>

#include <array>
#include <random>

#include "kit/audit.hpp"
#include "kit/databases.hpp"
#include "kit/together.hpp"
#include "services/audit/row.hpp"

namespace horenso::audit {
namespace {

using horenso::kit::wait_for;

constexpr Instant morning{1'795'476'600'000};

/// One person's changes to one chain; `at` is the row that is meant, `end` the last one.
struct Place {
    OrgId org;
    std::int64_t at = 0;
    std::int64_t end = 0;
};
using Tamper = void (*)(Tx&, Place const&);

template <std::size_t N>
using Changes = std::array<Sql, N>;

// Each column of a row but its place; $1, $2 are the organisation and the row.
constexpr Changes<10> edits{{
    "UPDATE audit_entry SET at = at - 60000 WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET actor = CASE actor WHEN 'person' THEN 'operator' ELSE 'person' END"
    " WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET person_id = person_id + 1 WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET session_id = 0 - session_id - 1 WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET action = action || ' ' WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET subject = 'nobody' WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET subject_id = subject_id + 1 WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET details = '{}' WHERE org_id = $1 AND seq = $2",
    {"UPDATE audit_entry SET previous = zeroblob(32) WHERE org_id = $1 AND seq = $2",
     "UPDATE audit_entry SET previous = decode(repeat('00', 32), 'hex')"
     " WHERE org_id = $1 AND seq = $2"},
    {"UPDATE audit_entry SET hash = zeroblob(32) WHERE org_id = $1 AND seq = $2",
     "UPDATE audit_entry SET hash = decode(repeat('00', 32), 'hex')"
     " WHERE org_id = $1 AND seq = $2"},
}};

constexpr Sql wrong_length{
    "UPDATE audit_entry SET hash = zeroblob(31) WHERE org_id = $1 AND seq = $2",
    "UPDATE audit_entry SET hash = decode(repeat('00', 31), 'hex') WHERE org_id = $1 AND seq = $2"};
constexpr Sql move_row{"UPDATE audit_entry SET seq = $3 WHERE org_id = $1 AND seq = $2"};
constexpr Sql give_away{
    "UPDATE audit_entry SET org_id = org_id + 1 WHERE org_id = $1 AND seq = $2"};
constexpr Sql remove{"DELETE FROM audit_entry WHERE org_id = $1 AND seq = $2"};
constexpr Sql remove_from{"DELETE FROM audit_entry WHERE org_id = $1 AND seq >= $2"};
constexpr Sql move_up{"UPDATE audit_entry SET seq = -seq - 1 WHERE org_id = $1 AND seq >= $2"};
constexpr Sql move_down{"UPDATE audit_entry SET seq = -seq + 1 WHERE org_id = $1 AND seq > $2"};
constexpr Sql turn_positive{"UPDATE audit_entry SET seq = -seq WHERE org_id = $1 AND seq < 0"};
constexpr Sql copy{R"(
    INSERT INTO audit_entry SELECT org_id, $3, at, actor, person_id, session_id, action, subject,
                                   subject_id, details, previous, hash
                              FROM audit_entry WHERE org_id = $1 AND seq = $2)"};
constexpr Sql drop_head{"DELETE FROM audit_head WHERE org_id = $1"};
constexpr Sql set_head{"UPDATE audit_head SET seq = $2 WHERE org_id = $1"};
constexpr Sql spoil_head{
    "UPDATE audit_head SET hash = zeroblob(32) WHERE org_id = $1",
    "UPDATE audit_head SET hash = decode(repeat('00', 32), 'hex') WHERE org_id = $1"};
constexpr Sql read_row{R"(
    SELECT org_id, seq, at, actor, person_id, session_id, action, subject, subject_id, details,
           previous, hash
      FROM audit_entry WHERE org_id = $1 AND seq = $2)"};
constexpr Sql write_hash{
    "UPDATE audit_entry SET details = $3, hash = $4 WHERE org_id = $1 AND seq = $2"};

template <std::size_t N>
void edit(Tx& tx, Place const& place) {
    tx.run(edits[N], place.org, place.at);
}

void swap_with_next(Tx& tx, Place const& place) {
    auto const other = place.at == place.end ? place.at - 1 : place.at + 1;
    tx.run(move_row, place.org, place.at, -1);
    tx.run(move_row, place.org, other, place.at);
    tx.run(move_row, place.org, -1, other);
}

void insert_and_number_again(Tx& tx, Place const& place) {
    tx.run(move_up, place.org, place.at);
    tx.run(turn_positive, place.org);
    tx.run(copy, place.org, place.at + 1, place.at);
    tx.run(set_head, place.org, place.end + 1);
}

void remove_and_number_again(Tx& tx, Place const& place) {
    tx.run(remove, place.org, place.at);
    tx.run(move_down, place.org, place.at);
    tx.run(turn_positive, place.org);
    tx.run(set_head, place.org, place.end - 1);
}

/// Whoever knows how rows are hashed, and stops there.
void change_and_hash_again(Tx& tx, Place const& place) {
    Row row;
    {
        auto rows = tx.query(read_row, place.org, place.at);
        rows.next();
        row = {rows.get<OrgId>(0),          rows.get<std::int64_t>(1),    rows.get<Instant>(2),
               rows.get<std::string>(3),    rows.get<std::int64_t>(4),    rows.get<std::int64_t>(5),
               rows.get<std::string>(6),    rows.get<std::string>(7),     rows.get<std::int64_t>(8),
               R"({"by":"somebody else"})", rows.get<crypto::Digest>(10), {}};
    }
    tx.run(write_hash, place.org, place.at, row.details, hash_of(row));
}

struct Case {
    char const* what;
    Tamper tamper;
    /// What must be found at row 5 of 12.
    char const* found;
};

Case const cases[] = {
    {"at", edit<0>, "hash 5"},
    {"actor", edit<1>, "hash 5"},
    {"person", edit<2>, "hash 5"},
    {"session", edit<3>, "hash 5"},
    {"action", edit<4>, "hash 5"},
    {"subject", edit<5>, "hash 5"},
    {"subject id", edit<6>, "hash 5"},
    {"details", edit<7>, "hash 5"},
    {"previous", edit<8>, "hash 5"},
    {"hash", edit<9>, "hash 5"},
    {"hash of another length", [](Tx& tx, Place const& p) { tx.run(wrong_length, p.org, p.at); },
     "unreadable 5"},
    {"another place", [](Tx& tx, Place const& p) { tx.run(move_row, p.org, p.at, p.end + 1); },
     "hole 5"},
    {"a place before the first",
     [](Tx& tx, Place const& p) {
         tx.run(move_row, p.org, p.at, std::numeric_limits<std::int64_t>::min());
     },
     "order -9223372036854775808"},
    {"another organisation", [](Tx& tx, Place const& p) { tx.run(give_away, p.org, p.at); },
     "hole 5"},
    {"deleted", [](Tx& tx, Place const& p) { tx.run(remove, p.org, p.at); }, "hole 5"},
    {"the end deleted", [](Tx& tx, Place const& p) { tx.run(remove_from, p.org, p.at); }, "head 5"},
    {"all deleted", [](Tx& tx, Place const& p) { tx.run(remove_from, p.org, 1); }, "head 1"},
    {"deleted and numbered again", remove_and_number_again, "hash 5"},
    {"swapped", swap_with_next, "hash 5"},
    {"inserted at the end", [](Tx& tx, Place const& p) { tx.run(copy, p.org, p.at, p.end + 1); },
     "hash 13"},
    {"inserted before the first", [](Tx& tx, Place const& p) { tx.run(copy, p.org, p.at, 0); },
     "order 0"},
    {"a copy inserted and numbered again", insert_and_number_again, "hash 6"},
    {"changed and hashed again", change_and_hash_again, "order 6"},
    {"the head deleted", [](Tx& tx, Place const& p) { tx.run(drop_head, p.org); }, "head 13"},
    {"the head set back", [](Tx& tx, Place const& p) { tx.run(set_head, p.org, p.at - 1); },
     "head 12"},
    {"the head set forth", [](Tx& tx, Place const& p) { tx.run(set_head, p.org, p.end + 1); },
     "head 13"},
    {"the hash of the head", [](Tx& tx, Place const& p) { tx.run(spoil_head, p.org); }, "head 12"},
};

class AuditVerify : public horenso::kit::OnBothDatabases {
protected:
    /// An organisation with `rows` rows that nobody had before.
    OrgId history(std::int64_t rows) {
        OrgId const org{1000 * ++made_};
        auto write = [&](Tx& tx) -> Result<Done> {
            for (std::int64_t i = 1; i <= rows; ++i)
                record(tx, morning + std::chrono::seconds{i},
                       {.org = org,
                        .actor = {i % 3 == 0 ? Actor::Kind::server_operator : Actor::Kind::person,
                                  i % 4, i},
                        .action = i % 2 == 0 ? Action::signed_in : Action::card_issued,
                        .subject = {Subject::Kind::person, i % 5},
                        .details = Details{}.number("number", i)});
            return Done{};
        };
        EXPECT_TRUE(wait_for(store().write(write)));
        EXPECT_EQ(kit::fault(store(), org), "");
        return org;
    }
    std::string found_after(Tamper tamper, Place const& place) {
        auto write = [&](Tx& tx) -> Result<Done> {
            tamper(tx, place);
            return Done{};
        };
        EXPECT_TRUE(wait_for(store().write(write)));
        return kit::fault(store(), place.org);
    }

private:
    std::int64_t made_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Databases, AuditVerify, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(AuditVerify, GivenAHistory_WhenOneThingIsDoneToIt_ThenItIsSaidWhatAndWhere) {
    for (auto const& one : cases) {
        auto const org = history(12);
        EXPECT_EQ(found_after(one.tamper, {org, 5, 12}), one.found) << one.what;
    }
}

TEST_P(AuditVerify, GivenRandomHistories_WhenAHundredRandomThingsAreDone_ThenAllAreFound) {
    std::mt19937_64 random{20261124};
    auto const number = [&](std::int64_t low, std::int64_t high) {
        return std::uniform_int_distribution{low, high}(random);
    };
    for (int trial = 0; trial < 100; ++trial) {
        auto const end = number(2, 40);
        Place const place{history(end), number(1, end), end};
        auto const& one = cases[static_cast<std::size_t>(number(0, std::ssize(cases) - 1))];
        EXPECT_NE(found_after(one.tamper, place), "")
            << one.what << " at " << place.at << " of " << place.end;
    }
}

TEST_P(AuditVerify, GivenAChainOfSeveralPages_WhenARowAtTheirEdgesIsTakenAway_ThenItIsFound) {
    for (auto const at : {1, 199, 200, 201, 400, 401, 450}) {
        auto const org = history(450);
        auto const end = at == 450 ? "head " : "hole ";
        EXPECT_EQ(found_after([](Tx& tx, Place const& p) { tx.run(remove, p.org, p.at); },
                              {org, at, 450}),
                  end + std::to_string(at));
    }
    EXPECT_EQ(found_after([](Tx& tx, Place const& p) { tx.run(drop_head, p.org); },
                          {history(400), 0, 400}),
              "head 401");
}

/// PostgreSQL keeps nothing of another type than the column's.
class AuditVerifyOfAnyType : public AuditVerify {};
INSTANTIATE_TEST_SUITE_P(Databases, AuditVerifyOfAnyType, testing::Values(Dialect::sqlite),
                         horenso::kit::database_name);

TEST_P(AuditVerifyOfAnyType, GivenARowOfAnotherType_WhenWalked_ThenItIsUnreadableAndTheWalkEnds) {
    auto const org = history(12);
    auto const spoil = [](Tx& tx, Place const& p) {
        tx.run("UPDATE audit_entry SET at = 'morning' WHERE org_id = $1 AND seq = $2", p.org, p.at);
    };
    EXPECT_EQ(found_after(spoil, {org, 5, 12}), "unreadable 5");
    auto const wander = [](Tx& tx, Place const& p) {
        tx.run("UPDATE audit_entry SET org_id = 'nowhere' WHERE org_id = $1 AND seq = $2", p.org,
               p.at);
    };
    EXPECT_EQ(found_after(wander, {org, 7, 12}), "unreadable 5");
    auto const all = wait_for(Audit{store()}.organisations());
    EXPECT_THAT(all, testing::ElementsAre(org, OrgId{0}));
    EXPECT_EQ(kit::fault(store(), OrgId{0}), "head 1");
}

TEST_P(AuditVerify, GivenRowsAddedMeanwhile_WhenWalked_ThenTheChainIsGood) {
    auto const org = history(1000);
    auto add = [org](Tx& tx) -> Result<Done> {
        record(tx, morning,
               {.org = org,
                .actor = the_operator,
                .action = Action::role_changed,
                .subject = {Subject::Kind::person, 1}});
        return Done{};
    };
    auto const adding = [](Store& to, auto work) -> Task<> {
        for (int i = 0; i < 50; ++i) (void)co_await to.write(work);
    };
    std::vector<Chain> walked;
    auto const walking = [](Store& in, OrgId of, std::vector<Chain>& out) -> Task<> {
        Audit audit{in};
        for (int i = 0; i < 10; ++i) out.push_back(co_await audit.verify(of));
    };
    std::vector<Task<>> both;
    both.push_back(adding(store(), add));
    both.push_back(walking(store(), org, walked));
    horenso::kit::wait_for_all(std::move(both));
    for (auto const& chain : walked) EXPECT_FALSE(chain.broken);
    EXPECT_EQ(wait_for(Audit{store()}.verify(org)).entries, 1050);
}

}  // namespace
}  // namespace horenso::audit
