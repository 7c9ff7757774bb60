// What signing in and out leaves in the audit, and what it doesn't.
#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/audit.hpp"
#include "services/access/opening.hpp"

namespace horenso::access {
namespace {

using audit::kit::Recorded;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class AccessRecorded : public kit::AccessOnBothDatabases {
protected:
    template <class Act>
    std::vector<Recorded> recorded_by(Act act) {
        auto rows = audit::kit::recorded_by(store(), minato, act);
        EXPECT_EQ(audit::kit::fault(store(), minato), "");
        return rows;
    }
    Viewer identified(SignedIn const& in) { return must(identify(in.token)); }
    /// What a row of signing in says besides: how, and on which device.
    std::string by(std::string const& way, Viewer const& who) {
        Devices devices{{store(), clock, ids}};
        auto const on = wait_for(devices.mine(who)).at(0).id.value;
        return R"({"by":")" + way + R"(","device":")" + std::to_string(on) + R"("})";
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, AccessRecorded, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(AccessRecorded, GivenACard_WhenIssuedAndUsed_ThenEachLeavesOneRow) {
    auto const whose = sato();
    Card card;
    auto const issued = recorded_by([&] { card = card_of(whose); });
    EXPECT_THAT(issued, ElementsAre(Recorded{"operator", 0, 0, "access.card_issued", "person",
                                             whose.value, "{}"}));
    Viewer viewer;
    auto const entered = recorded_by([&] { viewer = identified(must(by_code(card.code))); });
    EXPECT_NE(viewer.session.value, 0);
    EXPECT_THAT(entered, ElementsAre(Recorded{"person", whose.value, viewer.session.value,
                                              "access.signed_in", "person", whose.value,
                                              by("card", viewer)}));
}

TEST_P(AccessRecorded, GivenAnAdministrator_WhenIssuingACard_ThenTheRowIsTheirs) {
    auto const aoki = enter("aoki");
    auto const whose = sato();
    auto const rows = recorded_by([&] { must(wait_for(access().issue_card(aoki, whose))); });
    EXPECT_THAT(rows, ElementsAre(Recorded{"person", aoki.person.value, aoki.session.value,
                                           "access.card_issued", "person", whose.value, "{}"}));
    auto const other = enter("sato");
    EXPECT_THAT(
        recorded_by([&] { EXPECT_FALSE(wait_for(access().issue_card(other, aoki.person))); }),
        IsEmpty());
}

TEST_P(AccessRecorded, GivenAPassword_WhenSetAndUsed_ThenTheRowsHoldNothingOfIt) {
    enter("sato");
    auto const viewer = enter("sato");
    auto const set =
        recorded_by([&] { must(wait_for(access().set_password(viewer, std::nullopt, password))); });
    EXPECT_THAT(set, ElementsAre(Recorded{"person", viewer.person.value, viewer.session.value,
                                          "access.password_set", "person", viewer.person.value,
                                          R"({"sessions_ended":1})"}));
    Viewer again;
    auto const entered =
        recorded_by([&] { again = identified(must(by_password("sato@minato", password))); });
    EXPECT_THAT(entered, ElementsAre(Recorded{"person", viewer.person.value, again.session.value,
                                              "access.signed_in", "person", viewer.person.value,
                                              by("password", again)}));
}

TEST_P(AccessRecorded, GivenASession_WhenSignedOutTwice_ThenThereIsOneRow) {
    auto const viewer = enter("sato");
    auto const rows = recorded_by([&] {
        must(wait_for(access().sign_out(viewer)));
        must(wait_for(access().sign_out(viewer)));
    });
    EXPECT_THAT(rows,
                ElementsAre(Recorded{"person", viewer.person.value, viewer.session.value,
                                     "access.signed_out", "person", viewer.person.value, "{}"}));
}

TEST_P(AccessRecorded, GivenWrongCodesAndPasswords_WhenTried_ThenNothingIsRecorded) {
    give_password("sato");
    auto const code = card_of(sato()).code;
    must(by_code(code));
    auto const viewer = enter("sato");
    clock.advance(Opening::recent_for);
    EXPECT_THAT(recorded_by([&] {
                    EXPECT_FALSE(by_code(code));
                    EXPECT_FALSE(by_code("AAAA-AAAA-AAAA-AAAA-AAAA"));
                    EXPECT_FALSE(by_password("sato@minato", "ちがうパスワード"));
                    EXPECT_FALSE(by_password("nobody@minato", password));
                    EXPECT_FALSE(wait_for(access().set_password(viewer, "ちがう", password)));
                    EXPECT_FALSE(wait_for(access().set_password(viewer, password, "短い")));
                    must(wait_for(access().set_settings(viewer, {"large", "dark", "send"})));
                }),
                IsEmpty());
}

}  // namespace
}  // namespace horenso::access
