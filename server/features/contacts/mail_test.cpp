// The addresses from which people outside are written to.
#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/contacts.hpp"

namespace horenso::contacts {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

class Mail : public kit::ContactsOnBothDatabases {
protected:
    Result<Done> set(Viewer const& who, std::string department, std::string address,
                     std::string webmail = "") {
        MailWay way{std::move(department), std::move(address), std::move(webmail)};
        return wait_for(contacts().set_mail(who, std::move(way)));
    }
    Desk desk(Viewer const& who) { return wait_for(contacts().desk(who)); }
    std::string address(Viewer const& who) {
        auto const way = desk(who).mail;
        return way ? way->address : "";
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Mail, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Mail, GivenADepartmentWithAnAddress_ThenItStandsOverTheOrganisationsThere) {
    EXPECT_EQ(address(tanaka()), "");
    must(set(aoki(), "", "office@example.jp"));
    EXPECT_EQ(address(tanaka()), "office@example.jp");
    must(set(aoki(), "地域福祉課", "chiiki@example.jp", "https://mail.example.jp/new?to={to}"));
    EXPECT_EQ(desk(tanaka()).mail,
              (MailWay{"地域福祉課", "chiiki@example.jp", "https://mail.example.jp/new?to={to}"}));
    EXPECT_EQ(address(hara()), "office@example.jp");
    EXPECT_EQ(address(nishi()), "");
    must(set(aoki(), "地域福祉課", ""));
    EXPECT_EQ(address(tanaka()), "office@example.jp");
}

TEST_P(Mail, GivenAddressesThatCantBe_ThenTheyAreRefused) {
    for (auto const* bad : {"jp", "a@b.jp?cc=x", "a b@c.jp"})
        EXPECT_EQ(code(set(aoki(), "", bad)), "contacts.bad_way") << bad;
    for (auto const* bad :
         {"http://mail.example.jp/?to={to}", "https://mail.example.jp/", "javascript:alert({to})",
          "https://mail.example.jp/ {to}", "https://mail.example.jp/\"{to}"})
        EXPECT_EQ(code(set(aoki(), "", "a@b.jp", bad)), "contacts.bad_way") << bad;
    EXPECT_EQ(code(set(aoki(), "", "", "https://mail.example.jp/{to}")), "contacts.bad_way");
    EXPECT_EQ(code(set(aoki(), "営業部", "a@b.jp")), "contacts.no_such_department");
    EXPECT_THAT(desk(aoki()).all, IsEmpty());
}

TEST_P(Mail, GivenPeople_ThenAdministratorsSetItAndHeadsKeepContactsOnly) {
    EXPECT_TRUE(desk(aoki()).may_keep && desk(aoki()).may_set_mail);
    EXPECT_TRUE(desk(sato()).may_keep && !desk(sato()).may_set_mail);
    EXPECT_FALSE(desk(tanaka()).may_keep || desk(tanaka()).may_set_mail);
    must(set(aoki(), "総務課", "soumu@example.jp"));
    EXPECT_EQ(code(set(sato(), "地域福祉課", "a@b.jp")), "directory.not_administrator");
    EXPECT_THAT(desk(aoki()).all, ElementsAre(MailWay{"総務課", "soumu@example.jp", ""}));
    EXPECT_THAT(desk(sato()).all, IsEmpty());
}

TEST_P(Mail, GivenItIsSet_ThenItIsToldAndRecorded) {
    auto const rows =
        audit::kit::recorded_by(store(), minato(), [&] { must(set(aoki(), "", "a@b.jp")); });
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].action, "contacts.mail_set");
    EXPECT_EQ(told_to(contacts_stream(minato(), std::nullopt)).size(), 1u);
}

TEST_P(Mail, GivenDepartmentsThatAreRenamedOrGone_ThenTheirAddressesFollow) {
    must(set(aoki(), "地域福祉課", "chiiki@example.jp"));
    must(set(aoki(), "総務課", "soumu@example.jp"));
    directory::Renames const renames{{"地域福祉課", "地域課"}, {"総務課", ""}};
    auto rename = [&](Tx& tx) -> Result<Done> {
        rename_departments(tx, minato(), renames);
        return Done{};
    };
    must(wait_for(store().write(rename)));
    EXPECT_THAT(desk(aoki()).all, ElementsAre(MailWay{"地域課", "chiiki@example.jp", ""}));
}

}  // namespace
}  // namespace horenso::contacts
