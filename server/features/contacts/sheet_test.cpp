// Contacts from a file, and into one (clause B13).
#include "features/contacts/sheet.hpp"

#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/contacts.hpp"

namespace horenso::contacts {
namespace {

using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;

class Sheet : public kit::ContactsOnBothDatabases {
protected:
    /// "added/changed/unchanged".
    std::string import(std::string bytes) {
        auto const report =
            must(wait_for(contacts().import_sheet(aoki(), Whose::ours, std::move(bytes))));
        return std::to_string(report.added) + '/' + std::to_string(report.changed) + '/' +
               std::to_string(report.unchanged);
    }
    std::string export_as(SheetKind kind) {
        return must(wait_for(contacts().export_sheet(aoki(), Whose::ours, kind)));
    }
    /// "行 2 contacts.row_twice" for each bad row, or the code of the whole.
    std::vector<std::string> faults(std::string bytes) {
        auto const plan =
            wait_for(contacts().preview_import(aoki(), Whose::ours, std::move(bytes)));
        if (plan) return {};
        std::vector<std::string> all;
        for (auto const& one : plan.problem().fields) all.push_back(one.path + ' ' + one.code);
        if (all.empty()) return {plan.problem().code};
        EXPECT_EQ(plan.problem().code, "contacts.bad_sheet");
        return all;
    }
    std::vector<Entry> entries() {
        std::vector<Entry> all;
        for (auto const& one : seen(aoki())) all.push_back(one.entry);
        return all;
    }
    std::int64_t version() {
        auto read = [this](Tx& tx) {
            return tx.head(contacts_stream(minato(), std::nullopt)).version;
        };
        return wait_for(store().read(read));
    }
    /// Contacts with everything that could get lost on the way.
    void fill() {
        auto whole = hospital();
        whole.person_kana = "ハヤカワ　リョウ";
        whole.position = "室長";
        whole.other_telephone = "夜間 03-0000-1235（転送, \"急ぎ\"だけ）";
        whole.fax = "03-0000-1236";
        whole.address = "東京都港区芝0-0-0";
        whole.responsible = tanaka().person;
        add(aoki(), whole);
        add(aoki(),
            {.organisation = "=1+2", .telephone = "+81 3 0000 0001", .note = "'はじめ\n\n-終"});
        add(aoki(), called("みなと警察署"));
        add(aoki(), called("みなと警察署"));
        add(aoki(), {.person = "民生委員 Ａ", .telephone = "0300000002"});
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, Sheet, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Sheet, GivenAnExport_WhenImported_ThenNothingChangesIsToldOrRecorded) {
    fill();
    auto const before = seen(aoki());
    auto const told_before = told().size();
    for (auto const kind : {SheetKind::xlsx, SheetKind::csv}) {
        auto const sheet = export_as(kind);
        auto const rows =
            audit::kit::recorded_by(store(), minato(), [&] { EXPECT_EQ(import(sheet), "0/0/5"); });
        EXPECT_THAT(rows, IsEmpty());
    }
    EXPECT_EQ(seen(aoki()), before);
    EXPECT_EQ(told().size(), told_before);
}

TEST_P(Sheet, GivenAnExport_WhenTakenInElsewhere_ThenEveryWordOfItIsThere) {
    fill();
    auto const before = entries();
    for (auto const kind : {SheetKind::xlsx, SheetKind::csv}) {
        auto const sheet = export_as(kind);
        for (auto const& one : seen(aoki())) must(remove(aoki(), one));
        EXPECT_EQ(import(sheet), "5/0/0");
        EXPECT_THAT(entries(), testing::UnorderedElementsAreArray(before));
    }
}

TEST_P(Sheet, GivenAnExport_ThenItStandsInTheOrderOfReadingsAndNumbersAreNoNumbers) {
    add(aoki(), {.organisation = "綿病院", .organisation_kana = "ワタビョウイン"});
    add(aoki(), {.organisation = "青病院", .organisation_kana = "アオビョウイン"});
    auto const sheet = export_as(SheetKind::csv);
    EXPECT_LT(sheet.find("青病院"), sheet.find("綿病院"));
    EXPECT_NE(sheet.find("\"C-" + std::to_string(seen(aoki())[0].id.value) + '"'), sheet.npos);
}

TEST_P(Sheet, GivenARowWithoutANumber_WhenItLooksLikeOneThatIsThere_ThenItIsThat) {
    import("機関・事業所,部署,氏名,電話\nみなと病院,連携室,早川 亮,1\n");
    EXPECT_EQ(import("電話,機関･事業所,部署,氏名\n2,ﾐﾅﾄ病院,連携室,早川　亮\n"), "0/1/0");
    EXPECT_EQ(seen(aoki())[0].entry.telephone, "2");
    EXPECT_EQ(import("機関・事業所,部署,氏名\nみなと病院,連携室,別の人\n"), "1/0/0");
}

TEST_P(Sheet, GivenColumnsThatAreNotThere_WhenImported_ThenWhatTheySayStaysAndEmptyOnesEmpty) {
    auto entry = hospital();
    entry.responsible = tanaka().person;
    add(aoki(), entry);
    EXPECT_EQ(import("機関・事業所,部署,氏名,メモ\nみなと中央病院,地域連携室,早川 亮,\n"), "0/1/0");
    entry.note = "";
    EXPECT_THAT(entries(), ElementsAre(entry));
}

TEST_P(Sheet, GivenWhoSeesToIt_WhenSaidByIdOrName_ThenItIsThatPersonAndOthersAreFaults) {
    must(wait_for(office().directory.import_staff_of(
        minato(), "氏名,フリガナ,雇用区分,ID\n原 葵,ハラ アオイ,正職員,hara2\n")));
    EXPECT_EQ(import("機関・事業所,担当\na,TANAKA\nb,田中一郎\nc,\nd,hara\n"), "4/0/0");
    std::vector<std::optional<PersonId>> who;
    for (auto const& one : entries()) who.push_back(one.responsible);
    EXPECT_THAT(who, ElementsAre(tanaka().person, tanaka().person, std::nullopt, hara().person));
    EXPECT_THAT(
        faults("機関・事業所,担当\na,原 葵\nb,西 洋子\nc,nishi@tonari\n"),
        ElementsAre("行 2 contacts.ambiguous_responsible", "行 3 contacts.unknown_responsible",
                    "行 4 contacts.unknown_responsible"));
}

TEST_P(Sheet, GivenRowsThatCantBe_WhenLookedAt_ThenEachIsToldAndNothingIsWritten) {
    add(aoki(), called("警察署"));
    add(aoki(), called("警察署"));
    auto const before = version();
    std::string const bad =
        "機関・事業所,氏名のフリガナ,メール,番号\n"
        "警察署,,,\n"
        "病院,漢字,病院,\n"
        ",カナ,,\n"
        "薬局,,,X1\n"
        "薬局,,,\n";
    EXPECT_THAT(faults(bad), ElementsAre("行 5 contacts.bad_number"));
    auto mended = bad;
    mended.replace(mended.find("X1"), 2, "");
    EXPECT_THAT(faults(mended), ElementsAre("行 2 contacts.ambiguous_row", "行 3 contacts.not_kana",
                                            "行 3 contacts.bad_mail", "行 4 contacts.no_name",
                                            "行 6 contacts.row_twice"));
    EXPECT_EQ(code(wait_for(contacts().import_sheet(aoki(), Whose::ours, mended))),
              "contacts.bad_sheet");
    EXPECT_EQ(version(), before);
    EXPECT_THAT(faults("氏名\n青木\n"), ElementsAre("行 1 sheet.no_heading"));
    EXPECT_THAT(faults("機関・事業所\n"), ElementsAre("sheet.empty"));
}

TEST_P(Sheet, GivenANumberOfSomebodysOwnOrOfElsewhere_WhenImported_ThenItMeansNothing) {
    auto const own = add_own(tanaka(), called("美容院"));
    NewContact wanted{false, office().key(), called("となりの病院")};
    must(wait_for(
        office().directory.set_role(office().tonari, "nishi", directory::Role::administrator)));
    auto const elsewhere = must(wait_for(contacts().add(nishi(), std::move(wanted))));
    for (auto const& one : {own, elsewhere}) {
        auto const number = "C-" + std::to_string(one.id.value);
        auto const plan = must(wait_for(contacts().preview_import(
            aoki(), Whose::ours, "機関・事業所,番号\n病院," + number + '\n')));
        EXPECT_EQ(plan.added.size(), 1u);
        EXPECT_THAT(plan.changed, IsEmpty());
    }
    EXPECT_EQ(export_as(SheetKind::csv).find("美容院"), std::string::npos);
}

TEST_P(Sheet, GivenAPreview_ThenEveryChangeIsInItAndNothingIsWritten) {
    auto const contact = add(aoki(), hospital());
    auto const before = version();
    auto const plan = must(wait_for(contacts().preview_import(
        sato(), Whose::ours,
        "機関・事業所,部署,氏名,電話\nみなと中央病院,地域連携室,早川 亮,9\n薬局,,,1\n")));
    ASSERT_EQ(plan.changed.size(), 1u);
    EXPECT_EQ(plan.changed[0].before, contact);
    EXPECT_EQ(plan.changed[0].after.telephone, "9");
    ASSERT_EQ(plan.added.size(), 1u);
    EXPECT_EQ(plan.added[0].organisation, "薬局");
    EXPECT_EQ(version(), before);
    EXPECT_THAT(seen(aoki()), ElementsAre(contact));
}

TEST_P(Sheet, GivenSomebodyWhoKeepsNothing_ThenTheyNeitherImportNorExport) {
    std::string const sheet = "機関・事業所\n病院\n";
    EXPECT_EQ(code(wait_for(contacts().import_sheet(tanaka(), Whose::ours, sheet))),
              "contacts.not_keeper");
    EXPECT_EQ(code(wait_for(contacts().preview_import(tanaka(), Whose::ours, sheet))),
              "contacts.not_keeper");
    EXPECT_EQ(code(wait_for(contacts().export_sheet(tanaka(), Whose::ours, SheetKind::csv))),
              "contacts.not_keeper");
    EXPECT_THAT(seen(tanaka()), IsEmpty());
}

TEST_P(Sheet, GivenAnImportAndAnExport_ThenEachLeavesARowThatNamesWhatCame) {
    auto const contact = add(aoki(), called("病院"));
    auto const rows = audit::kit::recorded_by(store(), minato(), [&] {
        import("機関・事業所,電話\n病院,1\n薬局,2\n");
        export_as(SheetKind::xlsx);
    });
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].action, "contacts.imported");
    EXPECT_THAT(rows[0].details,
                testing::HasSubstr("\"changed\":[\"" + std::to_string(contact.id.value) + "\"]"));
    EXPECT_EQ(rows[1].action, "contacts.exported");
}

TEST_P(Sheet, GivenTheOperator_WhenTheyImportAndExport_ThenItIsAsByAnAdministrator) {
    auto const plan =
        must(wait_for(contacts().preview_import_of(minato(), "機関・事業所\n病院\n")));
    EXPECT_EQ(plan.added.size(), 1u);
    EXPECT_THAT(seen(aoki()), IsEmpty());
    must(wait_for(contacts().import_sheet_of(minato(), "機関・事業所\n病院\n")));
    auto const sheet = wait_for(contacts().export_sheet_of(minato(), SheetKind::csv));
    EXPECT_EQ(import(sheet), "0/0/1");
}

TEST_P(Sheet, GivenOnesOwnContacts_WhenTheyAreWrittenAndTakenAgain_ThenOnlyOnesOwnBookIsMeant) {
    add(aoki(), hospital());
    add_own(sato(), called("美容院"));
    add_own(tanaka(), called("囲碁の会"));
    auto const sheet = must(wait_for(contacts().export_sheet(sato(), Whose::mine, SheetKind::csv)));
    EXPECT_NE(sheet.find("美容院"), sheet.npos);
    EXPECT_EQ(sheet.find("みなと中央病院"), sheet.npos);
    EXPECT_EQ(sheet.find("囲碁の会"), sheet.npos);
    EXPECT_EQ(must(wait_for(contacts().import_sheet(sato(), Whose::mine, sheet))),
              (ImportReport{0, 0, 1}));

    // The same sheet in another's hands, and one of the organisation's: new contacts of their own.
    EXPECT_EQ(must(wait_for(contacts().import_sheet(tanaka(), Whose::mine, sheet))),
              (ImportReport{1, 0, 0}));
    auto const ours = must(wait_for(contacts().export_sheet(aoki(), Whose::ours, SheetKind::csv)));
    EXPECT_EQ(must(wait_for(contacts().import_sheet(tanaka(), Whose::mine, ours))),
              (ImportReport{1, 0, 0}));
    EXPECT_EQ(seen(aoki()).size(), 1u);
    EXPECT_EQ(seen(sato()).size(), 2u);
    EXPECT_EQ(seen(tanaka()).size(), 4u);
}

TEST_P(Sheet, GivenOnesOwnSheet_WhenItHasMoreThanABookHolds_ThenItIsRefusedWhole) {
    std::string many = "機関・事業所\n";
    for (int i = 0; i < 2'001; ++i) many += "医院" + std::to_string(i) + '\n';
    EXPECT_EQ(code(wait_for(contacts().import_sheet(sato(), Whose::mine, many))),
              "sheet.too_many_rows");
    many.resize(many.rfind("医院"));
    add_own(sato(), called("美容院"));
    EXPECT_EQ(code(wait_for(contacts().import_sheet(sato(), Whose::mine, many))),
              "contacts.too_many");
    EXPECT_EQ(seen(sato()).size(), 1u);
}

TEST_P(Sheet, GivenOnesOwnSheet_WhenItIsImportedAndExported_ThenNothingOfItIsOnRecord) {
    auto const before = version();
    auto const rows = audit::kit::recorded_by(store(), minato(), [&] {
        must(wait_for(contacts().import_sheet(sato(), Whose::mine, "機関・事業所\n美容院\n")));
        must(wait_for(contacts().export_sheet(sato(), Whose::mine, SheetKind::csv)));
    });
    EXPECT_THAT(rows, IsEmpty());
    EXPECT_EQ(version(), before);
}

TEST_P(Sheet, GivenAnImport_WhenItsMakerComesBack_ThenTheLastResultIsThereAndNobodyElses) {
    std::string const key = "00000000-0000-4000-8000-000000000001";
    must(wait_for(contacts().import_sheet(sato(), Whose::mine, "機関・事業所\n美容院\n", key)));
    auto const standing = must(wait_for(contacts().import_standing(sato(), Whose::mine)));
    ASSERT_TRUE(standing.last);
    EXPECT_EQ(standing.last->key, key);
    EXPECT_EQ(standing.last->report, (ImportReport{1, 0, 0}));
    EXPECT_FALSE(standing.now);
    EXPECT_FALSE(must(wait_for(contacts().import_standing(tanaka(), Whose::mine))).last);
    EXPECT_FALSE(must(wait_for(contacts().import_standing(sato(), Whose::ours))).last);
    EXPECT_EQ(code(wait_for(contacts().import_standing(tanaka(), Whose::ours))),
              "contacts.not_keeper");
}

}  // namespace
}  // namespace horenso::contacts
