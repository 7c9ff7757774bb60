#include "services/audit/row.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

#include "platform/crypto/blake2b.hpp"
#include "services/audit/audit.hpp"

namespace horenso::audit {
namespace {

Row first_row() {
    return {OrgId{42}, 1, Instant{1'795'476'600'000}, "person",           7, 9, "access.signed_in",
            "person",  7, R"({"by":"card"})",         genesis(OrgId{42}), {}};
}

// Made from the words of row.hpp with Python's hashlib and struct.
TEST(AuditRow, GivenARow_WhenHashed_ThenAnotherProgramComesToTheSame) {
    EXPECT_EQ(crypto::hex(genesis(OrgId{42})),
              "b846f105491946bbfffe919c48ed3be0848ef27bc3f57b8a955809e761414b79");
    EXPECT_EQ(crypto::hex(hash_of(first_row())),
              "97e223aa52e0369fe0bd5a7d013cd65c65578566b85e725d9a29e57c1aca7c41");
}

TEST(AuditRow, GivenARow_WhenAnyFieldDiffersOrTextMovesToTheNext_ThenTheHashIsAnother) {
    std::vector<std::function<void(Row&)>> const changes{
        [](Row&) {},
        [](Row& row) { row.org.value = -42; },
        [](Row& row) { row.seq = 2; },
        [](Row& row) { row.at.ms += 1; },
        [](Row& row) { row.actor = "operator"; },
        [](Row& row) { row.person = 9, row.session = 7; },
        [](Row& row) { row.session = 0; },
        [](Row& row) { row.action = "access.signed_out"; },
        [](Row& row) { row.subject = "room"; },
        [](Row& row) { row.subject_id = 8; },
        [](Row& row) { row.details = ""; },
        [](Row& row) { row.previous[31] ^= 1; },
        [](Row& row) { row.actor = "perso", row.action = "naccess.signed_in"; },
        [](Row& row) { row.action = "access.signed_", row.subject = "inperson"; },
    };
    std::set<crypto::Digest> hashes;
    for (auto const& change : changes) {
        auto row = first_row();
        change(row);
        EXPECT_TRUE(hashes.insert(hash_of(row)).second) << hashes.size();
    }
}

TEST(AuditDetails, GivenIdsNumbersAndWords_WhenWritten_ThenTheyAreOneObject) {
    EXPECT_EQ(Details{}.json(), "{}");
    auto const details = Details{}
                             .word("by", "card")
                             .number("added", 2)
                             .id("org", OrgId{7})
                             .ids("orgs", std::vector{OrgId{1}, OrgId{2}});
    EXPECT_EQ(details.json(), R"({"by":"card","added":2,"org":"7","orgs":["1","2"]})");
}

}  // namespace
}  // namespace horenso::audit
