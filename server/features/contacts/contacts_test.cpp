// Contacts kept by hand.
#include "features/contacts/contacts.hpp"

#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/contacts.hpp"

namespace horenso::contacts {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

class Keeping : public kit::ContactsOnBothDatabases {
protected:
    /// "mail contacts.bad_mail" for each bad field.
    std::vector<std::string> faults(Entry entry) {
        auto const refused = add_under(office().key(), aoki(), std::move(entry));
        if (refused) return {};
        EXPECT_EQ(refused.problem().code, "contacts.bad_entry");
        std::vector<std::string> all;
        for (auto const& one : refused.problem().fields) all.push_back(one.path + ' ' + one.code);
        return all;
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Keeping, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Keeping, GivenAContactOfTheOrganisation_WhenAdded_ThenEverybodyThereSeesItAndNobodyElse) {
    auto const contact = add(aoki(), hospital());
    EXPECT_THAT(seen(aoki()), ElementsAre(contact));
    EXPECT_THAT(seen(hara()), ElementsAre(contact));
    EXPECT_THAT(seen(nishi()), IsEmpty());
    expect_not_there(nishi(), contact);
}

TEST_P(Keeping, GivenOnesOwn_WhenAdded_ThenNobodyElseSeesOrTouchesIt) {
    auto const contact = add_own(tanaka(), hospital());
    EXPECT_THAT(seen(tanaka()), ElementsAre(contact));
    for (auto const& other : {aoki(), sato(), hara(), nishi()}) expect_not_there(other, contact);
    EXPECT_THAT(seen(tanaka()), ElementsAre(contact));
}

TEST_P(Keeping, GivenSomebodyWhoKeepsNothing_WhenTheyChangeTheOrganisations_ThenTheyAreRefused) {
    auto const contact = add(sato(), hospital());
    EXPECT_EQ(code(add_under(office().key(), tanaka(), hospital())), "contacts.not_keeper");
    EXPECT_EQ(code(change(tanaka(), contact, called("別"))), "contacts.not_keeper");
    EXPECT_EQ(code(remove(tanaka(), contact)), "contacts.not_keeper");
    EXPECT_THAT(seen(tanaka()), ElementsAre(contact));
}

TEST_P(Keeping, GivenAHeadOfADepartment_WhenTheyChangeAndRemove_ThenItIsDone) {
    auto const contact = add(aoki(), hospital());
    auto const changed = must(change(sato(), contact, called("みなと市民病院")));
    EXPECT_GT(changed.version, contact.version);
    EXPECT_THAT(seen(hara()), ElementsAre(changed));
    must(remove(sato(), changed));
    EXPECT_THAT(seen(hara()), IsEmpty());
    expect_not_there(sato(), changed);
}

TEST_P(Keeping,
       GivenAContactThatChangedMeanwhile_WhenAnOlderOneIsSavedOrRemoved_ThenNothingIsLost) {
    auto const looked_at = add(aoki(), hospital());
    auto const changed = must(change(sato(), looked_at, called("みなと市民病院")));
    EXPECT_EQ(code(change(aoki(), looked_at, called("ほか"))), "contacts.changed");
    EXPECT_EQ(code(remove(aoki(), looked_at)), "contacts.changed");
    EXPECT_THAT(seen(aoki()), ElementsAre(changed));
}

TEST_P(Keeping, GivenTheSameKeyTwice_WhenAdded_ThenItIsThereOnceAndAnotherBodyIsRefused) {
    auto const key = office().key();
    auto const first = must(add_under(key, aoki(), hospital()));
    EXPECT_EQ(must(add_under(key, aoki(), hospital())), first);
    EXPECT_EQ(code(add_under(key, aoki(), called("別"))), "contacts.key_reused");
    EXPECT_EQ(code(add_under(key, aoki(), hospital(), true)), "contacts.key_reused");
    EXPECT_NE(must(add_under(key, sato(), hospital())).id, first.id) << "another's key";
    must(remove(aoki(), first));
    EXPECT_EQ(code(add_under(key, aoki(), hospital())), "contacts.not_found");
    EXPECT_EQ(code(add_under("x", aoki(), hospital())), "contacts.bad_key");
}

TEST_P(Keeping, GivenTextsAsPeopleTypeThem_WhenAdded_ThenTheyAreKeptPlainly) {
    auto const contact = add(aoki(), {.organisation = "　みなと病院 ",
                                      .organisation_kana = "みなとﾋﾞｮｳｲﾝ",
                                      .note = "一行\r\n二行\r三行\n"});
    EXPECT_EQ(contact.entry.organisation, "みなと病院");
    EXPECT_EQ(contact.entry.organisation_kana, "ミナトビョウイン");
    EXPECT_EQ(contact.entry.note, "一行\n二行\n三行");
}

TEST_P(Keeping, GivenTextsThatCantBe_WhenAdded_ThenEachFieldIsNamed) {
    EXPECT_THAT(faults({.telephone = "110"}), ElementsAre("organisation contacts.no_name"));
    EXPECT_THAT(faults({.person = "早川 亮"}), IsEmpty());
    EXPECT_THAT(faults({.organisation = std::string(101, 'x'),
                        .organisation_kana = "漢字",
                        .department = "一行\n二行",
                        .mail = "早川",
                        .note = std::string(1001, 'x')}),
                ElementsAre("organisation contacts.too_long", "organisation_kana contacts.not_kana",
                            "department contacts.unprintable", "mail contacts.bad_mail",
                            "note contacts.too_long"));
    EXPECT_THAT(seen(aoki()).size(), 1u);
}

TEST_P(Keeping, GivenMailAddresses_ThenOnlyThoseThatMayStandInALinkAreTaken) {
    for (auto const* good : {"a@b.jp", "first.last+tag@sub-domain.example.jp"})
        EXPECT_TRUE(is_mail_address(good)) << good;
    for (auto const* bad : {"", "a", "@b.jp", "a@", "a@b@c", "a b@c.jp", "a@b.jp?bcc=x@y.jp",
                            "a@.jp", "a@jp.", "ａ@b.jp", "a\"@b.jp", "a,b@c.jp"})
        EXPECT_FALSE(is_mail_address(bad)) << bad;
}

TEST_P(Keeping, GivenWhoIsToSeeToIt_WhenTheyDontWorkHere_ThenNothingIsSaved) {
    auto entry = hospital();
    entry.responsible = tanaka().person;
    auto const contact = add(aoki(), entry);
    EXPECT_EQ(contact.entry.responsible, tanaka().person);
    for (auto const stranger : {nishi().person, PersonId{99}}) {
        entry.responsible = stranger;
        EXPECT_EQ(code(add_under(office().key(), aoki(), entry)), "contacts.no_such_person");
        EXPECT_EQ(code(change(aoki(), contact, entry)), "contacts.no_such_person");
    }
    EXPECT_THAT(seen(aoki()), ElementsAre(contact));
}

TEST_P(Keeping, Clause_3_9_GivenSomebodyWhoIsGoing_ThenTheirOwnAndThoseTheySeeToAreCounted) {
    auto entry = hospital();
    entry.responsible = tanaka().person;
    add(aoki(), entry);
    add_own(hara(), entry);
    add_own(tanaka(), called("ひとつ"));
    must(remove(tanaka(), add_own(tanaka(), called("消したもの"))));
    auto read = [&](Tx& tx) { return carried_by(tx, tanaka().org, tanaka().person); };
    std::vector<std::string> all;
    for (auto const& one : wait_for(store().read(read)))
        all.push_back(one.what + ' ' + std::to_string(one.count));
    EXPECT_THAT(all, ElementsAre("contacts 1", "responsible 1"));
}

TEST_P(Keeping, GivenSomebodyWhoRetires_ThenTheirOwnAreDeletedAndNobodySeesToTheirsAnyMore) {
    auto entry = hospital();
    entry.responsible = tanaka().person;
    auto const shared = add(aoki(), entry);
    auto const of_hara = add_own(hara(), entry);
    add_own(tanaka(), called("ひとつ"));
    must(remove(tanaka(), add_own(tanaka(), called("消したもの"))));
    auto const erased = retire(tanaka());
    EXPECT_EQ(erased.what, "contacts");
    EXPECT_EQ(erased.rows, 1);
    EXPECT_THAT(wait_for(contacts().list(tanaka())).size(), 1u);
    entry.responsible.reset();
    std::vector<Entry> left;
    for (auto const& one : seen(hara())) left.push_back(one.entry);
    EXPECT_THAT(left, ElementsAre(entry, entry));
    EXPECT_EQ(code(change(aoki(), shared, entry)), "contacts.changed");
    EXPECT_EQ(told_to(contacts_stream(minato(), hara().person)).back().version,
              of_hara.version + 1);
}

TEST_P(Keeping, GivenWhatIsDone_ThenOnlyTheOrganisationsIsRecordedAndNoWordOfIt) {
    auto const rows = audit::kit::recorded_by(store(), minato(), [&] {
        auto const contact = must(change(aoki(), add(aoki(), hospital()), called("別")));
        must(remove(sato(), contact));
        must(remove(hara(), must(change(hara(), add_own(hara(), hospital()), called("別")))));
    });
    std::vector<std::string> actions;
    for (auto const& row : rows) {
        actions.push_back(row.action);
        EXPECT_EQ(row.subject, "contact");
        EXPECT_EQ(row.details, "{}");
    }
    EXPECT_THAT(actions, ElementsAre("contacts.contact_added", "contacts.contact_changed",
                                     "contacts.contact_removed"));
}

TEST_P(Keeping, GivenAContactThatIsRemoved_ThenNoWordOfItIsKept) {
    constexpr Sql select_texts{R"(
        SELECT organisation || person || telephone || mail || note FROM contacts_contact
         WHERE org_id = $1)"};
    must(remove(aoki(), add(aoki(), hospital())));
    auto read = [&](Tx& tx) {
        auto row = tx.query(select_texts, minato());
        return row.next() ? row.get<std::string>(0) : std::string{"no row"};
    };
    EXPECT_EQ(wait_for(store().read(read)), "");
}

TEST_P(Keeping, GivenABookThatIsFull_WhenOneMoreIsAdded_ThenItIsRefused) {
    constexpr Sql fill{R"(
        INSERT INTO contacts_contact
               (org_id, contact_id, owner_id, organisation, organisation_kana, department, person,
                person_kana, position, category, telephone, other_telephone, fax, mail, address,
                note, removed, version)
        SELECT $1, n.seq, $2, 'x', '', '', '', '', '', '', '', '', '', '', '', '', 0, 1
          FROM (WITH RECURSIVE one(seq) AS (SELECT 1 UNION ALL SELECT seq + 1 FROM one
                                             WHERE seq < 1999)
                SELECT seq FROM one) AS n)"};
    auto work = [&](Tx& tx) -> Result<Done> {
        tx.run(fill, minato(), tanaka().person);
        return Done{};
    };
    must(wait_for(store().write(work)));
    add_own(tanaka(), hospital());
    EXPECT_EQ(code(add_under(office().key(), tanaka(), hospital(), true)), "contacts.too_many");
    add_own(hara(), hospital());
}

}  // namespace
}  // namespace horenso::contacts
