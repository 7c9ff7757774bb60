// Screens on walls (clause 3.3).
#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "kit/audit.hpp"
#include "services/access/displays.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::IsEmpty;
using testing::SizeIs;

class WallDisplays : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        displays_.emplace(
            Displays::Needs{store(), clock, ids, access(), [this](Tx&, OrgId) { return rules; }});
        aoki = enter("aoki");
    }
    void TearDown() override {
        displays_.reset();
        AccessOnBothDatabases::TearDown();
    }

    Displays& displays() { return *displays_; }
    DisplayCode make(std::string name = "窓口") {
        return must(wait_for(displays().make(aoki, {std::move(name), ""})));
    }
    Result<OpenedDisplay> open(std::string code, std::string from = here) {
        return wait_for(displays().open(std::move(code), std::move(from)));
    }
    std::string cookie_of(std::string code) { return must(open(std::move(code))).cookie; }
    /// What the display that asks is called, or why it is refused.
    std::string shows(std::string const& cookie, std::string const& from = here) {
        auto look = [&](Tx& tx) -> Result<std::string> {
            auto const at = displays().enter(tx, {cookie, from});
            if (!at) return at.problem();
            must_be_of_minato(*at);
            return at->name();
        };
        auto const shown = wait_for(store().read(look));
        return shown ? *shown : shown.problem().code;
    }
    std::vector<Display> list() { return must(wait_for(displays().list(aoki))); }
    template <class T>
    static std::string code_of(Result<T> const& result) {
        return result ? "" : result.problem().code;
    }

    Viewer aoki;

private:
    void must_be_of_minato(AtDisplay const& at) { EXPECT_EQ(at.org(), minato); }
    std::optional<Displays> displays_;
};
INSTANTIATE_TEST_SUITE_P(Databases, WallDisplays, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(WallDisplays, Clause_3_3_GivenACode_WhenOpenedOnAScreen_ThenItShowsAndTheCodeIsUsedUp) {
    auto const made = make();
    EXPECT_EQ(list().at(0).code_ends_at, clock.now() + std::chrono::hours{24 * 7});
    auto const opened = must(open(made.code));
    EXPECT_EQ(opened.name, "窓口");
    EXPECT_EQ(shows(opened.cookie), "窓口");
    EXPECT_EQ(code_of(open(made.code)), "access.bad_display_code");
    EXPECT_FALSE(list().at(0).code_ends_at);
    EXPECT_EQ(list().at(0).used_at, clock.now());
}

TEST_P(WallDisplays, Clause_3_3_GivenADisplay_WhenItAsksAsAPerson_ThenNobodyIsSignedIn) {
    EXPECT_EQ(code_of(identify(cookie_of(make().code))), "access.signed_out");
}

TEST_P(WallDisplays, GivenASession_WhenItAsksAsADisplay_ThenItIsNone) {
    EXPECT_EQ(shows(token_of("sato")), "access.no_display");
    EXPECT_EQ(shows(""), "access.no_display");
}

TEST_P(WallDisplays, GivenADisplay_WhenItIsEndedOrRenewed_ThenItsNextQuestionIsRefused) {
    auto const first = make();
    auto const cookie = cookie_of(first.code);
    auto const other = must(wait_for(displays().renew(aoki, first.id)));
    EXPECT_EQ(shows(cookie), "access.no_display");
    auto const again = cookie_of(other.code);
    EXPECT_EQ(shows(again), "窓口");
    must(wait_for(displays().end(aoki, first.id)));
    EXPECT_EQ(shows(again), "access.no_display");
    EXPECT_THAT(list(), IsEmpty());
}

TEST_P(WallDisplays, GivenACode_WhenSevenDaysAreOver_ThenItOpensNothing) {
    auto const made = make();
    clock.advance(std::chrono::hours{24 * 7});
    EXPECT_EQ(code_of(open(made.code)), "access.bad_display_code");
    EXPECT_EQ(code_of(open("AAAA-BBBB-CCCC-DDDD-EEEE")), "access.bad_display_code");
    EXPECT_EQ(code_of(open("")), "access.bad_display_code");
    EXPECT_FALSE(list().at(0).used_at);
}

TEST_P(WallDisplays, GivenADisplayThatIsSwitchedOff_WhenSixtyDaysAreOver_ThenItIsOpenedAnew) {
    auto const cookie = cookie_of(make().code);
    clock.advance(std::chrono::hours{24 * 59});
    EXPECT_EQ(shows(cookie), "窓口");
    clock.advance(std::chrono::hours{24});
    EXPECT_EQ(shows(cookie), "access.no_display");
}

TEST_P(WallDisplays, GivenADisplayInUse_WhenFiveMinutesAreOver_ThenThatIsNoted) {
    auto const cookie = cookie_of(make().code);
    auto const opened_at = clock.now();
    auto note = [&] {
        std::optional<AtDisplay> at;
        auto look = [&](Tx& tx) -> Result<Done> {
            at = *displays().enter(tx, {cookie, here});
            return Done{};
        };
        must(wait_for(store().read(look)));
        wait_for(displays().note_use(*at));
    };
    clock.advance(std::chrono::minutes{4});
    note();
    EXPECT_EQ(list().at(0).used_at, opened_at);
    clock.advance(std::chrono::minutes{1});
    note();
    EXPECT_EQ(list().at(0).used_at, clock.now());
}

TEST_P(WallDisplays, Clause_3_4_GivenNetworks_WhenElsewhere_ThenItShowsNothingAndTheCodeStaysGood) {
    rules.limits_places = true;
    PlaceRules places{{store(), clock, [this](Tx&, OrgId) { return rules; }}};
    auto said = must(wait_for(places.places(aoki, here))).places;
    said.networks = {{"本所", "192.0.2.0/24", NetworkClass::office}};
    for (auto& cell : said.allowances) cell.administration = true;
    must(wait_for(places.set(aoki, said, here)));
    auto const made = make();
    EXPECT_EQ(code_of(open(made.code, elsewhere)), "access.display_elsewhere");
    auto const cookie = cookie_of(made.code);
    EXPECT_EQ(shows(cookie, elsewhere), "access.display_elsewhere");
    EXPECT_EQ(shows(cookie), "窓口");
}

TEST_P(WallDisplays, GivenWhatNobodyMayWish_WhenMadeOrChanged_ThenItIsRefusedAndNothingIsKept) {
    for (std::string name : {"", " ", "二\n行"})
        EXPECT_EQ(code_of(wait_for(displays().make(aoki, {name, ""}))), "access.bad_display_name");
    EXPECT_EQ(code_of(wait_for(displays().make(aoki, {"窓口", "ない課"}))),
              "access.no_such_department");
    EXPECT_THAT(list(), IsEmpty());
    auto const made = make();
    must(wait_for(displays().change(aoki, made.id, {"玄関", ""})));
    EXPECT_EQ(list().at(0).name, "玄関");
    EXPECT_EQ(code_of(wait_for(displays().change(aoki, made.id, {"", ""}))),
              "access.bad_display_name");
}

TEST_P(WallDisplays, GivenAnybodyElse_WhenAskingForDisplays_ThenTheyAreForAdministrators) {
    auto const made = make();
    auto const tanaka = enter("tanaka");
    auto const nobody_elses = "directory.not_administrator";
    EXPECT_EQ(code_of(wait_for(displays().list(tanaka))), nobody_elses);
    EXPECT_EQ(code_of(wait_for(displays().make(tanaka, {"窓口", ""}))), nobody_elses);
    EXPECT_EQ(code_of(wait_for(displays().change(tanaka, made.id, {"玄関", ""}))), nobody_elses);
    EXPECT_EQ(code_of(wait_for(displays().renew(tanaka, made.id))), nobody_elses);
    EXPECT_EQ(code_of(wait_for(displays().end(tanaka, made.id))), nobody_elses);
    EXPECT_THAT(list(), SizeIs(1));
}

TEST_P(WallDisplays, GivenAnotherOrganisation_WhenItAsksForOurs_ThenThereIsNone) {
    auto const made = make();
    auto const nishi = must(identify(
        must(by_code(must(wait_for(access().issue_card_of(tonari, person(tonari, "nishi")))).code))
            .token));
    EXPECT_THAT(must(wait_for(displays().list(nishi))), IsEmpty());
    EXPECT_EQ(code_of(wait_for(displays().change(nishi, made.id, {"玄関", ""}))),
              "access.no_such_display");
    EXPECT_EQ(code_of(wait_for(displays().renew(nishi, made.id))), "access.no_such_display");
    EXPECT_EQ(code_of(wait_for(displays().end(nishi, made.id))), "access.no_such_display");
    EXPECT_EQ(shows(cookie_of(made.code)), "窓口");
}

TEST_P(WallDisplays, GivenADisplay_WhenMadeChangedOpenedRenewedAndEnded_ThenEachLeavesOneRow) {
    auto const rows = audit::kit::recorded_by(store(), minato, [&] {
        auto const made = make();
        must(wait_for(displays().change(aoki, made.id, {"玄関", ""})));
        must(open(made.code));
        EXPECT_FALSE(open(made.code));
        must(wait_for(displays().renew(aoki, made.id)));
        must(wait_for(displays().end(aoki, made.id)));
        EXPECT_FALSE(wait_for(displays().end(aoki, made.id)));
    });
    std::vector<std::string> actions;
    for (auto const& row : rows) {
        actions.push_back(row.actor + ' ' + row.action);
        EXPECT_EQ(row.details.find("玄関"), row.details.npos);
    }
    EXPECT_THAT(actions, testing::ElementsAre(
                             "person access.display_made", "person access.display_changed",
                             "server access.display_opened", "person access.display_renewed",
                             "person access.display_ended"));
}

}  // namespace
}  // namespace horenso::access
