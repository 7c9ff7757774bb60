#include "app/control.hpp"

#include <gmock/gmock.h>

#include <boost/json.hpp>

#include "app/first_start.hpp"
#include "features/contacts/contacts.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/crypto/hasher.hpp"

namespace horenso::app {
namespace {

using directory::Role;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

/// A database with the parts that whoever runs the server reaches.
class Operator : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory = std::make_unique<directory::Directory>(
            directory::Directory::Needs{store(), clock, ids});
        access =
            std::make_unique<access::Access>(access::Access::Needs{store(), clock, ids, hasher, 1});
        audit = std::make_unique<audit::Audit>(store());
        policy = std::make_unique<policy::Policy>(policy::Policy::Needs{store(), clock});
        hours = std::make_unique<hours::Hours>(hours::Hours::Needs{store(), clock, *policy});
        talk =
            std::make_unique<talk::Talk>(talk::Talk::Needs{store(), clock, ids, *policy, *hours});
        contacts =
            std::make_unique<contacts::Contacts>(contacts::Contacts::Needs{store(), clock, ids});
        backups = std::make_unique<backup::Backups>(
            backup::Backups::Needs{store(), clock, {folder.path(), HORENSO_VERSION}});
        add_control_routes(router, {*directory, *access, *audit, *talk, *contacts, *backups, url});
    }
    void TearDown() override {
        backups.reset();
        access.reset();
        directory.reset();
        OnBothDatabases::TearDown();
    }

    void make_org(std::string slug) {
        auto const org = must(wait_for(directory->create_org(slug, "社協"))).id;
        must(wait_for(directory->import_staff_of(
            org, "氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n青木 実,アオキ ミノル,aoki\n")));
        must(wait_for(directory->set_role(org, "aoki", Role::administrator)));
    }
    Result<net::Reply> post(std::string const& path, std::string body, std::string query = "") {
        auto const match = router.find(net::Method::post, path);
        net::Request request;
        request.method = net::Method::post;
        request.path = path;
        request.query = std::move(query);
        request.body = std::move(body);
        return wait_for(std::get<net::Handler>(match.route->answer)(request));
    }
    std::vector<std::string> logins_of_cards(std::string body) {
        auto const reply = must(post("/cards", std::move(body)));
        std::vector<std::string> logins;
        auto const value = boost::json::parse(reply.body);
        for (auto const& card : value.at("cards").as_array()) {
            logins.emplace_back(card.at("login").as_string());
            auto const code = std::string{card.at("code").as_string()};
            EXPECT_EQ(card.at("url").as_string(), "http://127.0.0.1:1/hello#c=" + code);
            auto const entered = wait_for(access->sign_in_by_code(code, {.address = "127.0.0.1"}));
            EXPECT_TRUE(entered && entered->view.person.login == logins.back());
        }
        return logins;
    }
    Result<std::optional<std::string>> start(std::string name = "", std::string slug = "office") {
        FirstStart first{{store(), clock, ids, *directory, *access, *policy, catalogue,
                          std::move(name), std::move(slug), false}};
        return wait_for(first.run());
    }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    crypto::Hasher hasher{crypto::Cost::least()};
    Catalogue catalogue{embedded::files()};
    std::string url = "http://127.0.0.1:1";
    std::unique_ptr<directory::Directory> directory;
    std::unique_ptr<access::Access> access;
    std::unique_ptr<audit::Audit> audit;
    kit::TemporaryFolder folder;
    std::unique_ptr<policy::Policy> policy;
    std::unique_ptr<hours::Hours> hours;
    std::unique_ptr<contacts::Contacts> contacts;
    std::unique_ptr<talk::Talk> talk;
    std::unique_ptr<backup::Backups> backups;
    net::Router router;
};
INSTANTIATE_TEST_SUITE_P(Databases, Operator, kit::both_databases, kit::database_name);

TEST_P(Operator, GivenLoginsARoleOrEverybody_WhenCardsAreMade_ThenTheirCodesLetThosePeopleIn) {
    make_org("minato");
    EXPECT_THAT(logins_of_cards(R"({"logins":["sato@minato"],"all":false})"),
                ElementsAre("sato@minato"));
    EXPECT_THAT(logins_of_cards(R"({"logins":[],"role":"administrator","all":false})"),
                ElementsAre("aoki@minato"));
    EXPECT_THAT(logins_of_cards(R"({"logins":[],"role":"member","all":false})"),
                ElementsAre("sato@minato"));
    EXPECT_THAT(logins_of_cards(R"({"logins":[],"all":true})"),
                ElementsAre("aoki@minato", "sato@minato"));
}

TEST_P(Operator, GivenALoginWithoutItsEnding_WhenACardIsMade_ThenItIsThatPersons) {
    make_org("minato");
    EXPECT_THAT(logins_of_cards(R"({"logins":["sato"],"all":false})"), ElementsAre("sato@minato"));
}

TEST_P(Operator, GivenOneUnknownLoginAmongKnown_WhenCardsAreMade_ThenNoneIs) {
    make_org("minato");
    auto const before = told().size();
    for (auto const* body :
         {R"({"logins":["sato@minato","nobody@minato"],"all":false})",
          R"({"logins":["nobody@minato"],"all":false})", R"({"logins":[],"all":false})",
          R"({"logins":[],"role":"king","all":false})"})
        EXPECT_EQ(post("/cards", body).problem().code, "directory.no_such_person") << body;
    EXPECT_EQ(told().size(), before);
}

TEST_P(Operator, GivenSeveralOrganisations_WhenNoneIsNamed_ThenItIsAskedWhich) {
    EXPECT_EQ(post("/cards", R"({"logins":[],"all":true})").problem().code,
              "app.which_organisation");
    make_org("minato");
    make_org("tonari");
    EXPECT_EQ(post("/cards", R"({"logins":[],"all":true})").problem().code,
              "app.which_organisation");
    EXPECT_EQ(post("/cards", R"({"org":"gone","logins":[],"all":true})").problem().status, 404);
    EXPECT_THAT(logins_of_cards(R"({"org":"tonari","logins":["sato@tonari"],"all":false})"),
                ElementsAre("sato@tonari"));
    EXPECT_EQ(
        post("/cards", R"({"org":"tonari","logins":["sato@minato"],"all":false})").problem().status,
        404);
}

TEST_P(Operator, GivenANameAndASlug_WhenAnOrganisationIsAdded_ThenItIsThereOnceAndBesideTheOthers) {
    make_org("minato");
    auto const reply = must(post("/organisations", R"({"slug":"tonari","name":"となり社協"})"));
    EXPECT_EQ(reply.status, 201);
    auto const orgs = wait_for(directory->orgs());
    ASSERT_EQ(orgs.size(), 2u);
    EXPECT_EQ(orgs[1].slug, "tonari");
    EXPECT_EQ(orgs[1].name, "となり社協");
    EXPECT_EQ(boost::json::parse(reply.body).at("id").as_string(),
              std::to_string(orgs[1].id.value));
    EXPECT_THAT(wait_for(directory->people_of(orgs[1].id)), IsEmpty());

    for (auto const& [body, code] :
         {std::pair{R"({"slug":"tonari","name":"べつの社協"})", "directory.slug_taken"},
          std::pair{R"({"slug":"となり","name":"べつの社協"})", "directory.bad_slug"},
          std::pair{R"({"slug":"betsu","name":""})", "directory.bad_org_name"},
          std::pair{R"({"slug":"betsu","name":"a\u0000b"})", "directory.bad_org_name"}})
        EXPECT_EQ(post("/organisations", body).problem().code, code) << body;
    EXPECT_EQ(wait_for(directory->orgs()).size(), 2u);
}

TEST_P(Operator, GivenASheet_WhenImported_ThenItsOrganisationIsTheOneNamed) {
    make_org("minato");
    make_org("tonari");
    std::string const sheet = "氏名,フリガナ,ID\n林 一,ハヤシ ハジメ,hayashi\n";
    EXPECT_EQ(must(post("/import/people", sheet, "org=tonari")).body,
              R"({"added":1,"changed":0,"unchanged":0})");
    EXPECT_EQ(must(post("/import/people", sheet, "org=minato")).body,
              R"({"added":1,"changed":0,"unchanged":0})");
    EXPECT_EQ(post("/import/people", sheet).problem().status, 404);
}

TEST_P(Operator, GivenARole_WhenSet_ThenThePersonHasItAndUnknownWordsAreRefused) {
    make_org("minato");
    auto const reply = must(post("/role", R"({"login":"sato","role":"administrator"})"));
    EXPECT_EQ(boost::json::parse(reply.body).at("role").as_string(), "administrator");
    EXPECT_EQ(post("/role", R"({"login":"sato","role":"king"})").problem().code,
              "app.unknown_role");
    EXPECT_EQ(post("/role", R"({"login":"nobody","role":"member"})").problem().status, 404);
}

TEST_P(Operator, GivenAnEmptyDatabase_WhenStarted_ThenOneAdministratorCanComeInByTheCodeOnce) {
    auto const code = must(start("みなと社協", "minato"));
    ASSERT_TRUE(code);
    auto const orgs = wait_for(directory->orgs());
    ASSERT_EQ(orgs.size(), 1u);
    EXPECT_EQ(orgs[0].name, "みなと社協");
    auto const people = wait_for(directory->people_of(orgs[0].id));
    ASSERT_EQ(people.size(), 1u);
    EXPECT_EQ(people[0].login, "admin@minato");
    EXPECT_EQ(people[0].role, Role::administrator);
    EXPECT_FALSE(people[0].kana.empty());
    auto const entered = must(wait_for(access->sign_in_by_code(*code, {.address = "127.0.0.1"})));
    EXPECT_EQ(entered.view.person.id, people[0].id);
    EXPECT_FALSE(wait_for(access->sign_in_by_code(*code, {.address = "127.0.0.1"})));
}

TEST_P(Operator, GivenAnOrganisation_WhenStartedAgain_ThenNothingIsMade) {
    ASSERT_TRUE(must(start()));
    EXPECT_FALSE(must(start()));
    EXPECT_EQ(wait_for(directory->orgs()).size(), 1u);
    EXPECT_EQ(wait_for(directory->orgs())[0].name,
              catalogue.words("app.first_organisation", {}).title);
}

TEST_P(Operator, GivenABadSlug_WhenStarted_ThenItIsSaidAndNothingIsMade) {
    EXPECT_EQ(start("", "みなと").problem().code, "directory.bad_slug");
    EXPECT_THAT(wait_for(directory->orgs()), IsEmpty());
}

}  // namespace
}  // namespace horenso::app
