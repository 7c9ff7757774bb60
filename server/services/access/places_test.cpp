// From where what may be done (clause 3.4).
#include <gmock/gmock.h>

#include "kit/access.hpp"
#include "services/access/known.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using enum DeviceClass;

class PlacesRuled : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        rules.limits_places = true;
        places_.emplace(PlaceRules::Needs{store(), clock, [this](Tx&, OrgId) { return rules; }});
    }
    void TearDown() override {
        places_.reset();
        AccessOnBothDatabases::TearDown();
    }

    /// `here` is in the office; whoever administers sits there at a desk.
    Viewer name_the_office() {
        auto const aoki = come("aoki", office);
        auto places = read(aoki).places;
        places.networks = {{"本所", "192.0.2.0/24", NetworkClass::office},
                           {"来客用", "192.0.2.128/25", NetworkClass::elsewhere}};
        must(wait_for(places_->set(aoki, places, here)));
        return aoki;
    }
    Viewer come(std::string const& login, DeviceClass said, std::string from = here) {
        auto const card = card_of(person(minato, login)).code;
        return seen(must(by_code(card, from, said)).token, from);
    }
    Viewer seen(std::string token, std::string from) {
        return must(wait_for(access().identify({.token = std::move(token), .address = from})));
    }
    PlaceRules::Seen read(Viewer const& who) { return must(wait_for(places_->places(who, here))); }
    std::string set(Viewer const& who, Places places, std::string from = here) {
        auto const done = wait_for(places_->set(who, std::move(places), std::move(from)));
        return done ? "" : done.problem().code;
    }
    static std::string may(Viewer const& who) {
        return std::string{who.network == NetworkClass::office ? "office" : "elsewhere"} +
               (who.may_download ? " download" : "") + (who.may_administer ? " administer" : "");
    }

private:
    std::optional<PlaceRules> places_;
};
INSTANTIATE_TEST_SUITE_P(Databases, PlacesRuled, horenso::kit::both_databases,
                         horenso::kit::database_name);

constexpr char const* guests = "192.0.2.200";
constexpr char const* home = "198.51.100.7";

TEST_P(PlacesRuled, Clause_3_4_GivenNoNetworkIsNamed_WhenAnybodyComes_ThenNothingIsNarrowed) {
    EXPECT_EQ(may(come("sato", personal, home)), "office download administer");
    EXPECT_FALSE(read(come("aoki", personal, home)).hold);
}

TEST_P(PlacesRuled, Clause_3_4_GivenTheClauseIsOff_WhenAnybodyComes_ThenNothingIsNarrowed) {
    name_the_office();
    rules.limits_places = false;
    EXPECT_EQ(may(come("sato", personal, home)), "office download administer");
}

TEST_P(PlacesRuled, Clause_3_4_GivenThePreset_WhenSeenFromEachPlace_ThenItAllowsWhatItSays) {
    EXPECT_TRUE(read(name_the_office()).hold);
    EXPECT_EQ(may(come("sato", office)), "office download administer");
    EXPECT_EQ(may(come("sato", shared)), "office download administer");
    EXPECT_EQ(may(come("sato", personal)), "office");
    EXPECT_EQ(may(come("sato", personal, home)), "elsewhere");
    EXPECT_EQ(may(come("sato", personal, guests)), "elsewhere");  // the narrowest network counts
}

TEST_P(PlacesRuled, Clause_3_4_GivenADeskPcThatIsTakenHome_WhenUsedThere_ThenItAdministersNothing) {
    name_the_office();
    auto const token = must(by_code(card_of(person(minato, "aoki")).code, here, office)).token;
    EXPECT_EQ(may(seen(token, here)), "office download administer");
    auto const at_home = seen(token, home);
    EXPECT_EQ(may(at_home), "elsewhere download");
    EXPECT_EQ(wait_for(access().issue_card(at_home, sato())).problem().code,
              "directory.not_from_here");
    EXPECT_TRUE(wait_for(access().issue_card(seen(token, here), sato())));
}

TEST_P(PlacesRuled,
       Clause_3_4_GivenSomebodyAtHome_WhenCallingTheirPcTheOffices_ThenItCountsAsPrivate) {
    auto const aoki = name_the_office();
    auto const token = must(by_code(card_of(person(minato, "sato")).code, home, office)).token;
    EXPECT_EQ(may(seen(token, home)), "elsewhere");
    Devices devices{{store(), clock, ids}};
    auto const fresh = must(wait_for(devices.fresh(aoki)));
    ASSERT_FALSE(fresh.at(0).is_approved);
    must(wait_for(devices.approve(aoki, fresh[0].id)));
    EXPECT_EQ(may(seen(token, home)), "elsewhere download");
}

TEST_P(PlacesRuled,
       Clause_3_4_GivenAPlaceThatIsForbidden_WhenSigningInOrComingBack_ThenItIsRefused) {
    auto const aoki = name_the_office();
    auto const phone = must(by_code(card_of(sato()).code, home)).token;
    auto places = read(aoki).places;
    for (auto& cell : places.allowances)
        if (cell.device == personal && cell.network == NetworkClass::elsewhere)
            cell.sign_in = false;
    EXPECT_EQ(set(aoki, places), "");
    auto const refused = wait_for(access().identify({.token = phone, .address = home}));
    EXPECT_EQ(refused.problem().code, "access.not_from_here");
    EXPECT_TRUE(wait_for(access().identify({.token = phone, .address = here})));
    auto const card = card_of(sato()).code;
    EXPECT_EQ(by_code(card, home).problem().code, "access.not_from_here");
    EXPECT_TRUE(by_code(card, here));  // it stayed good
}

TEST_P(PlacesRuled, GivenAnAdministrator_WhenTheRuleWouldLockThemOut_ThenNothingChanges) {
    auto const aoki = name_the_office();
    auto const before = read(aoki).places;
    auto places = before;
    places.networks = {{"支所", "203.0.113.0/24", NetworkClass::office}};
    EXPECT_EQ(set(aoki, places), "access.locks_out");
    places = before;
    for (auto& cell : places.allowances) cell.administration = false;
    EXPECT_EQ(set(aoki, places), "access.locks_out");
    EXPECT_EQ(read(aoki).places.networks, before.networks);
    EXPECT_EQ(read(aoki).places.allowances, before.allowances);
}

TEST_P(PlacesRuled, GivenBadNetworks_WhenSet_ThenEachIsNamedAndNothingChanges) {
    auto const aoki = name_the_office();
    auto places = read(aoki).places;
    places.networks.push_back({"", "192.0.2.0/24", NetworkClass::office});
    places.networks.push_back({"本所", "192.0.2.1/24", NetworkClass::office});
    PlaceRules rules_of_places{{store(), clock}};
    auto const refused = wait_for(rules_of_places.set(aoki, places, here));
    ASSERT_EQ(refused.problem().code, "access.bad_networks");
    std::vector<std::string> fields;
    for (auto const& field : refused.problem().fields)
        fields.push_back(field.path + ' ' + field.code);
    EXPECT_THAT(fields, ElementsAre("networks[2].name access.bad_network_name",
                                    "networks[2].addresses access.addresses_twice",
                                    "networks[3].addresses access.bad_addresses"));
    places.networks.clear();
    places.allowances.pop_back();
    EXPECT_EQ(set(aoki, places), "access.bad_allowances");
    EXPECT_EQ(read(aoki).places.networks.size(), 2U);
}

TEST_P(PlacesRuled, GivenAnybodyElse_WhenReadingOrSetting_ThenItIsForAdministrators) {
    auto const aoki = name_the_office();
    auto const tanaka = come("tanaka", office);
    EXPECT_EQ(set(tanaka, read(aoki).places), "directory.not_administrator");
}

TEST_P(PlacesRuled, GivenTwoOrganisations_WhenOneNamesItsOffice_ThenTheOtherIsAsBefore) {
    name_the_office();
    auto const in = must(by_code(
        must(wait_for(access().issue_card_of(tonari, person(tonari, "nishi")))).code, home));
    EXPECT_EQ(may(seen(in.token, home)), "office download administer");
}

}  // namespace
}  // namespace horenso::access
