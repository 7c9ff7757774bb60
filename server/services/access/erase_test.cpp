// Whoever retires is out for good (clause 3.9).
#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/passkey_device.hpp"
#include "platform/time/japanese_date.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;

std::string code(auto const& result) { return result ? "" : result.problem().code; }

class Retiring : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto erase = [](Tx& tx, OrgId org, PersonId who) { return erase_person(tx, org, who); };
        changes.emplace(directory::Changes::Needs{store(), clock, ids, erase});
    }
    void TearDown() override {
        passkeys_.reset();
        changes.reset();
        AccessOnBothDatabases::TearDown();
    }
    void give_passkey(kit::PasskeyDevice& device) {
        auto const whose = enter("sato");
        auto const offered = must(wait_for(passkeys().offer(whose, place, {})));
        must(wait_for(passkeys().add(whose, place, device.make(offered))));
    }
    Result<SignedIn> by_passkey(kit::PasskeyDevice& device) {
        auto signed_by = device.sign(must(wait_for(passkeys().challenge("192.0.2.1"))));
        return wait_for(passkeys().sign_in(place, std::move(signed_by), {.address = here}));
    }
    Passkeys& passkeys() {
        if (!passkeys_) passkeys_.emplace(Passkeys::Needs{store(), clock, ids, access()});
        return *passkeys_;
    }
    void carry_out() {
        auto write = [&](Tx& tx) -> Result<Done> {
            changes->do_next(tx, minato);
            return Done{};
        };
        must(wait_for(store().write(write)));
    }
    RelyingParty const place{"https://horenso.example.jp", "horenso.example.jp"};
    std::optional<directory::Changes> changes;

private:
    std::optional<Passkeys> passkeys_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Retiring, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Retiring, Clause_3_9_GivenTheLastDayIsOver_WhenAnyWayInIsTried_ThenNoneIsLeft) {
    give_password("sato");
    kit::PasskeyDevice device{place};
    give_passkey(device);
    auto const token = token_of("sato");
    auto const card = card_of(sato()).code;
    auto const who = sato();
    must(wait_for(changes->retire(enter("aoki"), who, "2026/11/24")));
    EXPECT_EQ(code(identify(token)), "");
    clock.set(local_midnight(*parse_japanese_date("2026/11/25")));

    // Before the server has come to it.
    EXPECT_EQ(code(by_code(card)), "access.retired");
    EXPECT_EQ(code(by_password("sato@minato", password)), "access.retired");
    EXPECT_EQ(code(by_passkey(device)), "access.retired");

    carry_out();
    EXPECT_EQ(code(identify(token)), "access.signed_out");
    EXPECT_EQ(code(by_code(card)), "access.bad_code");
    EXPECT_EQ(code(by_password("sato@minato", password)), "access.bad_password");
    EXPECT_EQ(code(by_passkey(device)), "access.bad_passkey");
    EXPECT_EQ(code(wait_for(access().issue_card_of(minato, who))), "directory.no_such_person");
}

TEST_P(Retiring, Clause_3_9_GivenProof_WhenRead_ThenItCountsEveryWayInThatWasEnded) {
    give_password("sato");
    kit::PasskeyDevice device{place};
    give_passkey(device);
    token_of("sato");
    card_of(sato());
    must(wait_for(changes->retire(enter("aoki"), sato(), "2026/11/24")));
    clock.set(local_midnight(*parse_japanese_date("2026/11/25")) + std::chrono::hours{9});
    carry_out();
    std::map<std::string, std::int64_t> counts;
    auto const proofs = must(wait_for(changes->retired(enter("aoki"))));
    for (auto const& [what, rows] : proofs.at(0).erased) counts[what] = rows;
    EXPECT_EQ(counts["sessions"], 3);  // two of them to give password and passkey
    EXPECT_EQ(counts["passwords"], 1);
    EXPECT_EQ(counts["passkeys"], 1);
    EXPECT_EQ(counts["cards"], 1);
    EXPECT_EQ(counts["devices"], 3);
}

}  // namespace
}  // namespace horenso::access
