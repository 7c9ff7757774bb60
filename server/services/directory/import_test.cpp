#include <gmock/gmock.h>

#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

using kit::must;
using kit::wait_for;
using testing::Contains;
using testing::ElementsAre;
using testing::UnorderedElementsAre;
using testing::UnorderedElementsAreArray;

class Import : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory_ = std::make_unique<Directory>(Directory::Needs{store(), clock, ids});
        minato = must(wait_for(directory_->create_org("minato", "みなと"))).id;
    }
    void TearDown() override {
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    Result<Org> add_org(std::string slug) {
        return wait_for(directory_->create_org(std::move(slug), "社協"));
    }
    Result<ImportReport> attempt(std::string csv) {
        return wait_for(directory_->import_staff_of(minato, std::move(csv)));
    }
    /// "added/changed/unchanged".
    std::string import(std::string csv) {
        auto const report = must(attempt(std::move(csv)));
        return std::to_string(report.added) + '/' + std::to_string(report.changed) + '/' +
               std::to_string(report.unchanged);
    }
    /// "行 2 directory.ambiguous_row" for each bad row.
    std::vector<std::string> faults(std::string csv) {
        auto const report = attempt(std::move(csv));
        if (report) return {};
        EXPECT_EQ(report.problem().code, "directory.bad_sheet");
        std::vector<std::string> all;
        for (auto const& one : report.problem().fields) all.push_back(one.path + ' ' + one.code);
        return all;
    }
    void make_administrator(std::string login) {
        must(wait_for(directory_->set_role(minato, std::move(login), Role::administrator)));
    }
    Result<StaffPlan> preview(std::string const& login, std::string csv) {
        Viewer viewer{minato, {}, {}};
        for (auto const& one : people())
            if (one.login == login) viewer.person = one.id;
        return wait_for(directory_->preview_import(viewer, std::move(csv)));
    }
    Viewer viewer(std::string const& login) {
        for (auto const& one : people())
            if (one.login == login + "@minato") return {minato, one.id, {}};
        throw std::runtime_error{"nobody is " + login};
    }
    Result<ImportReport> import_by(std::string const& login, std::string csv, std::string key) {
        return wait_for(directory_->import_staff(viewer(login), std::move(csv), std::move(key)));
    }
    ImportStanding standing(std::string const& login) {
        return must(wait_for(directory_->import_standing(viewer(login))));
    }
    std::vector<Person> people() { return wait_for(directory_->people_of(minato)); }
    Person only() {
        auto const all = people();
        EXPECT_EQ(all.size(), 1u);
        return all.at(0);
    }
    std::vector<std::string> logins() {
        std::vector<std::string> all;
        for (auto const& one : people()) all.push_back(one.login);
        return all;
    }
    std::int64_t version() {
        auto read = [this](Tx& tx) { return tx.head(directory_stream(minato)).version; };
        return wait_for(store().read(read));
    }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato;

private:
    std::unique_ptr<Directory> directory_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Import, kit::both_databases, kit::database_name);

TEST_P(Import, GivenASheetInEitherEncoding_WhenImported_ThenTheSamePersonIsThereOnce) {
    std::string const utf8 = "氏名,フリガナ\r\n髙﨑 花,タカサキ ハナ\r\n";
    std::string const cp932 =
        "\x8E\x81\x96\xBC,\x83\x74\x83\x8A\x83\x4B\x83\x69\r\n"
        "\xFB\xFC\xFA\xB1 \x89\xD4,\x83\x5E\x83\x4A\x83\x54\x83\x4C \x83\x6E\x83\x69\r\n";
    EXPECT_EQ(import(cp932), "1/0/0");
    EXPECT_EQ(import(utf8), "0/0/1");
    EXPECT_EQ(import("\xEF\xBB\xBF" + utf8), "0/0/1");
    EXPECT_EQ(only().name, "髙﨑 花");
}

TEST_P(Import, GivenASheet_WhenImportedAgain_ThenNothingChangesIsToldOrCounted) {
    std::string const sheet =
        "氏名,フリガナ,ID,入職日,生年(西暦)\n"
        "佐藤 花子,サトウ ハナコ,sato,,\n"
        "田中 一郎,タナカ イチロウ,,2020/4/1,1990\n"
        "田中 一郎,タナカ イチロウ,,2021/4/1,1990\n";
    EXPECT_EQ(import(sheet), "3/0/0");
    auto const before = people();
    auto const version_before = version();
    auto const told_before = told().size();
    EXPECT_EQ(import(sheet), "0/0/3");
    EXPECT_EQ(people(), before);
    EXPECT_EQ(version(), version_before);
    EXPECT_EQ(told().size(), told_before);
}

TEST_P(Import, GivenAKnownId_WhenTheRowSaysOtherwise_ThenThePersonIsChangedAndToldOnce) {
    import(
        "氏名,フリガナ,ID,所属\n佐藤 花子,サトウ ハナコ,sato,総務課\n林 一,ハヤシ "
        "ハジメ,hayashi,総務課\n");
    auto const version_before = version();
    EXPECT_EQ(import("氏名,フリガナ,ID,所属\n鈴木 花子,スズキ ハナコ,SATO@minato,福祉課\n"
                     "林 一,ハヤシ ハジメ,hayashi,総務課\n"),
              "0/1/1");
    EXPECT_EQ(version(), version_before + 1);
    EXPECT_EQ(told().back().version, version_before + 1);
    EXPECT_EQ(told().back().stream, directory_stream(minato));
    auto read = [&](Tx& tx) { return people_since(tx, minato, version_before); };
    auto const changed = wait_for(store().read(read));
    ASSERT_EQ(changed.size(), 1u);
    EXPECT_EQ(changed[0].login, "sato@minato");
    EXPECT_EQ(changed[0].name, "鈴木 花子");
    EXPECT_EQ(changed[0].department, "福祉課");
}

TEST_P(Import, GivenColumnsThatMiss_WhenImported_ThenWhatIsKnownStays) {
    import(
        "氏名,フリガナ,ID,所属,役職,雇用区分,内線,入職日\n"
        "佐藤 花子,サトウ ハナコ,sato,総務課,係長,正職員,12,令和8年4月1日\n");
    auto const before = only();
    EXPECT_EQ(before.hired_on, "2026-04-01");
    EXPECT_EQ(import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n"), "0/0/1");
    EXPECT_EQ(only(), before);
    EXPECT_EQ(import("氏名,フリガナ,ID,役職\n佐藤 花子,サトウ ハナコ,sato,\n"), "0/1/0");
    EXPECT_EQ(only().position, "");
    EXPECT_EQ(only().department, "総務課");
}

TEST_P(Import, GivenARowWithoutAnId_WhenNameKanaAndDayAreThoseOfSomebody_ThenItMeansThem) {
    import("氏名,フリガナ,ID,入職日\n佐藤 花子,サトウ ハナコ,sato,2020/4/1\n");
    EXPECT_EQ(import("氏名,フリガナ,入職日,所属\n佐藤 花子,ｻﾄｳ ﾊﾅｺ,2020-04-01,総務課\n"), "0/1/0");
    EXPECT_EQ(only().department, "総務課");
    EXPECT_EQ(import("氏名,フリガナ,入職日\n佐藤 花子,サトウ ハナコ,2021/4/1\n"), "1/0/0");
}

TEST_P(Import,
       GivenARowWithoutAnId_WhenTheNameHasOtherSpaces_ThenItMeansTheSamePersonNowSoWritten) {
    import("氏名,フリガナ,入職日\n佐藤 花子,サトウ ハナコ,2020/4/1\n");
    auto const first = only();
    for (std::string const name :
         {"佐藤　花子", "佐藤  花子", "佐藤花子", "佐藤\u00A0花子", "佐藤\u2003花子"}) {
        EXPECT_EQ(import("氏名,フリガナ,入職日\n" + name + ",サトウ ハナコ,2020/4/1\n"), "0/1/0")
            << name;
        EXPECT_EQ(only().name, name);
        EXPECT_EQ(only().id, first.id);
        EXPECT_EQ(only().login, first.login);
        EXPECT_EQ(import("氏名,フリガナ\n" + name + ",サトウハナコ\n"), "0/1/0") << name;
        EXPECT_EQ(import("氏名,フリガナ\n" + name + ",サトウ ハナコ\n"), "0/1/0") << name;
    }
}

TEST_P(Import,
       GivenARowWithoutAnId_WhenACharacterOfTheNameHasAnotherForm_ThenItMeansTheSamePerson) {
    import("氏名,フリガナ\n髙﨑 花,タカサキ ハナ\n");
    EXPECT_EQ(import("氏名,フリガナ\n高崎　花,タカサキ ハナ\n"), "0/1/0");
    EXPECT_EQ(only().name, "高崎　花");
    EXPECT_EQ(import("氏名,フリガナ\n高崎 華,タカサキ ハナ\n"), "1/0/0");
}

TEST_P(Import, GivenOnePersonWithTwoSpacingsInASheet_WhenImported_ThenBothRowsAreBad) {
    EXPECT_THAT(faults("氏名,フリガナ\n佐藤 花子,サトウ ハナコ\n佐藤　花子,サトウ ハナコ\n"),
                ElementsAre("行 2 directory.ambiguous_row", "行 3 directory.ambiguous_row"));
    EXPECT_THAT(people(), testing::IsEmpty());
}

TEST_P(Import, GivenASheetThatDoesNotSayWhen_WhenOnlyOneHasTheName_ThenItMeansThem) {
    import("氏名,フリガナ,ID,入職日\n佐藤 花子,サトウ ハナコ,sato,2020/4/1\n");
    EXPECT_EQ(import("氏名,フリガナ\n佐藤 花子,サトウ ハナコ\n"), "0/0/1");
    EXPECT_EQ(import("氏名,フリガナ,入職日\n佐藤 花子,サトウ ハナコ,\n"), "0/0/1");
    EXPECT_EQ(only().hired_on, "2020-04-01");
}

TEST_P(Import, GivenTwoAlike_WhenARowWithoutAnIdCouldBeEither_ThenItIsBad) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato1\n佐藤 花子,サトウ ハナコ,sato2\n");
    EXPECT_THAT(faults("氏名,フリガナ\n林 一,ハヤシ ハジメ\n佐藤 花子,サトウ ハナコ\n"),
                ElementsAre("行 3 directory.ambiguous_row"));
}

TEST_P(Import,
       GivenNewcomersAlikeWithoutIds_WhenImported_ThenEachIsBadBecauseTheSheetMayComeAgain) {
    EXPECT_THAT(faults("氏名,フリガナ,ID,入職日\n"
                       "佐藤 花子,サトウ ハナコ,,2020/4/1\n"
                       "佐藤 花子,サトウ ハナコ,,2020/4/1\n"
                       "林 一,ハヤシ ハジメ,hayashi,\n"
                       "林 一,ハヤシ ハジメ,,\n"),
                ElementsAre("行 2 directory.ambiguous_row", "行 3 directory.ambiguous_row",
                            "行 5 directory.ambiguous_row"));
    EXPECT_THAT(people(), testing::IsEmpty());
}

TEST_P(Import, GivenOnePersonInTwoRows_WhenImported_ThenTheSecondIsBad) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n");
    EXPECT_THAT(faults("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,\n佐藤 花子,サトウ ハナコ,sato\n"
                       "林 一,ハヤシ ハジメ,hayashi\n林 一,ハヤシ ハジメ,hayashi@minato\n"),
                ElementsAre("行 3 directory.login_of_another", "行 5 directory.login_of_another"));
}

TEST_P(Import, GivenALoginThatNamesAnotherOrganisation_WhenImported_ThenTheRowIsBad) {
    auto const with_ending = [](std::string const& ending) {
        return "氏名,フリガナ,ID\n林 一,ハヤシ ハジメ,hayashi\n佐藤 花子,サトウ ハナコ,sato@" +
               ending + "\n";
    };
    EXPECT_EQ(import(with_ending("mail.example.jp")), "2/0/0");  // the only organisation is asked
    must(add_org("tonari"));
    EXPECT_THAT(faults(with_ending("tonari")),
                ElementsAre("行 3 directory.login_of_other_organisation"));
    EXPECT_THAT(faults(with_ending("nowhere")),
                ElementsAre("行 3 directory.login_of_other_organisation"));
    EXPECT_EQ(import(with_ending("mail.example.jp")), "0/0/2");  // who is there stays
    EXPECT_EQ(import(with_ending("minato")), "1/0/1");
}

TEST_P(Import, GivenNewcomersWithoutIds_WhenImported_ThenLoginsFollowThePatternAndDoNotCollide) {
    import("氏名,フリガナ,ID\n先 客,サキ キャク,h.sato1967@minato\n");
    import(
        "氏名,フリガナ,ID,生年(西暦),入職日\n"
        "佐藤 花子,サトウ ハナコ,,1967,2020/4/1\n"
        "佐藤 春子,サトウ ハルコ,,1967,\n"
        "別 人,ベツ ジン,h.sato1967-2,,\n"
        "佐藤,サトウ,,,\n");
    EXPECT_THAT(logins(),
                UnorderedElementsAre("h.sato1967@minato", "h.sato1967-2@minato",
                                     "h.sato1967-3@minato", "h.sato1967-4@minato", "sato@minato"));
}

TEST_P(Import, GivenASheet_WhenPreviewed_ThenEveryChangeIsNamedAndNothingIsKeptOrTold) {
    import(
        "氏名,フリガナ,ID,所属,内線\n青木 隆,アオキ タカシ,aoki,総務課,201\n林 一,ハヤシ "
        "ハジメ,hayashi,総務課,202\n");
    make_administrator("aoki@minato");
    auto const before = people();
    auto const [version_before, told_before] = std::pair{version(), told().size()};
    auto const plan = must(
        preview("aoki@minato",
                "氏名,フリガナ,ID,所属,生年(西暦)\n青木 隆,アオキ タカシ,aoki,総務課,\n"
                "林 一,ハヤシ ハジメ,hayashi,福祉課,\n佐藤 花子,サトウ ハナコ,,福祉課,1990\n"));
    EXPECT_EQ(plan.unchanged, 1);
    ASSERT_EQ(plan.changed.size(), 1u);
    EXPECT_EQ(plan.changed[0].before.department, "総務課");
    EXPECT_EQ(plan.changed[0].after.department, "福祉課");
    EXPECT_EQ(plan.changed[0].after.extension, "202");
    ASSERT_EQ(plan.added.size(), 1u);
    EXPECT_EQ(plan.added[0].login, "h.sato1990@minato");
    EXPECT_EQ(people(), before);
    EXPECT_EQ(std::pair(version(), told().size()), std::pair(version_before, told_before));
}

TEST_P(Import, GivenAPreview_WhenTheSameSheetIsImported_ThenItComesToThat) {
    import("氏名,フリガナ,ID\n青木 隆,アオキ タカシ,aoki\n");
    make_administrator("aoki@minato");
    constexpr char const* sheet =
        "氏名,フリガナ,生年(西暦)\n佐藤 花子,サトウ ハナコ,1990\n佐藤 春子,サトウ ハルコ,1990\n";
    std::vector<std::string> planned{"aoki@minato"};
    for (auto const& person : must(preview("aoki@minato", sheet)).added)
        planned.push_back(person.login);
    EXPECT_EQ(import(sheet), "2/0/0");
    EXPECT_THAT(logins(), UnorderedElementsAreArray(planned));
}

TEST_P(Import, GivenWhoMayNotImport_WhenTheyPreview_ThenTheyAreTheFirstToBeRefused) {
    import("氏名,フリガナ,ID\n林 一,ハヤシ ハジメ,hayashi\n");
    EXPECT_EQ(preview("hayashi@minato", "壊れた表").problem().code, "directory.not_administrator");
}

TEST_P(Import, GivenOneBadRowAmongGoodOnes_WhenImported_ThenNothingIsKeptOrTold) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n");
    auto const before = people();
    auto const told_before = told().size();
    EXPECT_THAT(
        faults("氏名,フリガナ,ID\n佐藤 変更,サトウ ヘンコウ,sato\n林 一,ハヤシ ハジメ,hayashi\n"
               ",,x\n田中 二,漢字,y\n"),
        ElementsAre("行 4 sheet.empty_cell", "行 4 sheet.empty_cell", "行 5 directory.not_kana"));
    EXPECT_EQ(people(), before);
    EXPECT_EQ(told().size(), told_before);
}

TEST_P(Import, GivenAnEmptyKindOfEmployment_WhenImported_ThenOnlyWhoHadNoneMayHaveNone) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n");
    import("氏名,フリガナ,ID,雇用区分\n林 一,ハヤシ ハジメ,hayashi,正職員\n");
    EXPECT_THAT(faults("氏名,フリガナ,ID,雇用区分\n"
                       "佐藤 花子,サトウ ハナコ,sato,\n林 一,ハヤシ ハジメ,hayashi,\n"
                       "田中 二,タナカ ジ,tanaka,\n"),
                ElementsAre("行 3 sheet.empty_cell", "行 4 sheet.empty_cell"));
    EXPECT_EQ(import("氏名,フリガナ,ID,雇用区分\n佐藤 花子,サトウ ハナコ,sato,\n"), "0/0/1");
}

TEST_P(Import, GivenAnOrganisationThatIsNotThere_WhenImported_ThenItIsRefused) {
    minato = OrgId{1};
    EXPECT_EQ(attempt("氏名,フリガナ\n佐藤 花子,サトウ ハナコ\n").problem().status, 404);
}

TEST_P(Import, GivenABirthYear_WhenImported_ThenItIsInTheLoginAloneAndNoColumnKeepsIt) {
    import("氏名,フリガナ,生年(西暦)\n佐藤 花子,サトウ ハナコ,1967\n");
    EXPECT_EQ(only().login, "h.sato1967@minato");
    for (auto const& migration : migrations())
        EXPECT_EQ(migration.sqlite.find("birth"), std::string::npos);
}

TEST_P(Import, GivenAnImport_WhenItsMakerComesBack_ThenItsResultIsThereUnderItsKey) {
    import("氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n青木 実,アオキ ミノル,aoki\n");
    make_administrator("sato");
    make_administrator("aoki");
    EXPECT_FALSE(standing("sato").last);
    auto const sheet = "氏名,フリガナ,ID\n林 一,ハヤシ ハジメ,hayashi\n";
    std::string const key = "00000000-0000-4000-8000-000000000001";
    must(import_by("sato", sheet, key));
    ASSERT_TRUE(standing("sato").last);
    EXPECT_EQ(standing("sato").last->key, key);
    EXPECT_EQ(standing("sato").last->at, clock.now());
    EXPECT_EQ(standing("sato").last->report, (ImportReport{1, 0, 0}));
    EXPECT_FALSE(standing("sato").now);
    EXPECT_FALSE(standing("aoki").last) << "nobody else's";

    // One that changes nothing has come to its end too; a refused one is no result.
    must(import_by("sato", sheet, ""));
    EXPECT_EQ(standing("sato").last->report, (ImportReport{0, 0, 1}));
    EXPECT_FALSE(import_by("sato", "氏名,フリガナ\n,\n氏,漢\n", key));
    EXPECT_EQ(standing("sato").last->report, (ImportReport{0, 0, 1}));
}

}  // namespace
}  // namespace horenso::directory
