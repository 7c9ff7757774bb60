// People's photos (clause 5.5): whose, which, until when.
#include "services/directory/photos.hpp"

#include <gmock/gmock.h>

#include "kit/audit.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

using namespace std::chrono_literals;
using kit::must;
using kit::wait_for;
using testing::Contains;
using testing::IsEmpty;

constexpr char const* staff =
    "氏名,フリガナ,ID\n佐藤 花子,サトウ ハナコ,sato\n青木 実,アオキ ミノル,aoki\n";

class PhotosOnBoth : public kit::OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory_.emplace(Directory::Needs{store(), clock, ids});
        changes_.emplace(Changes::Needs{store(), clock, ids});
        photos_.emplace(Photos::Needs{store(), clock, ids, make});
        minato = org("minato");
        tonari = org("tonari");
        sato = viewer(minato, "sato");
        aoki = viewer(minato, "aoki");
        nishi = viewer(tonari, "sato");
        must(wait_for(directory_->set_role(minato, "aoki", Role::administrator)));
    }
    void TearDown() override {
        photos_.reset();
        changes_.reset();
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    OrgId org(std::string const& slug) {
        auto const made = must(wait_for(directory_->create_org(slug, slug))).id;
        must(wait_for(directory_->import_staff_of(made, staff)));
        return made;
    }
    Viewer viewer(OrgId of, std::string const& login) {
        for (auto const& one : wait_for(directory_->people_of(of)))
            if (one.login.starts_with(login + '@')) return {of, one.id, {}};
        throw std::runtime_error{"nobody is " + login};
    }
    /// A picture is what somebody sends, behind its size; "bad" is none.
    static Task<Result<media::Portrait>> make(std::string, std::string bytes) {
        if (bytes == "bad") co_return Problem{.status = 422, .code = "media.broken"};
        co_return media::Portrait{"large " + bytes, "small " + bytes};
    }
    Photos& photos() { return *photos_; }
    PhotoId choose(Viewer const& who, std::string bytes = "face") {
        return must(wait_for(photos().set(who, std::move(bytes))));
    }
    /// Or the code of a refusal.
    std::string found(Viewer const& by, PersonId person, PhotoId photo,
                      PhotoSize size = PhotoSize::large) {
        auto const jpeg = wait_for(photos().find(by, person, photo, size));
        return jpeg ? *jpeg : jpeg.problem().code;
    }
    std::optional<PhotoId> told_of(Viewer const& who) {
        for (auto const& one : wait_for(directory_->people(who)))
            if (one.id == who.person) return one.photo;
        throw std::runtime_error{"gone"};
    }
    void retire(Viewer const& who) {
        auto const day = iso_text(local_date(clock.now()));
        must(wait_for(changes_->retire(aoki, who.person, day)));
        clock.set(clock.now() + 48h);
        auto step = [&](Tx& tx) -> Result<Done> {
            changes_->do_next(tx, minato);
            return Done{};
        };
        must(wait_for(store().write(step)));
    }

    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
    OrgId minato, tonari;
    Viewer sato, aoki, nishi;
    std::optional<Directory> directory_;
    std::optional<Changes> changes_;

private:
    std::optional<Photos> photos_;
};
INSTANTIATE_TEST_SUITE_P(Databases, PhotosOnBoth, kit::both_databases, kit::database_name);

TEST_P(PhotosOnBoth, GivenAPicture_WhenChosen_ThenColleaguesFindItInBothSizesAndAreTold) {
    std::string const bytes("\0\xff\xd8 face", 8);
    auto const photo = choose(sato, bytes);
    EXPECT_EQ(told_of(sato), photo);
    EXPECT_EQ(found(aoki, sato.person, photo), "large " + bytes);
    EXPECT_EQ(found(aoki, sato.person, photo, PhotoSize::small), "small " + bytes);
    std::vector<std::string> streams;
    for (auto const& one : told()) streams.push_back(one.stream.name());
    EXPECT_THAT(streams, Contains("directory"));
}

TEST_P(PhotosOnBoth, GivenAPhoto_WhenAnotherIsChosen_ThenOnlyThatIsFound) {
    auto const before = choose(sato, "young");
    auto const after = choose(sato, "old");
    EXPECT_EQ(found(aoki, sato.person, before), "directory.no_such_photo");
    EXPECT_EQ(found(aoki, sato.person, after), "large old");
}

TEST_P(PhotosOnBoth, GivenAPhoto_WhenABadPictureIsSent_ThenItStays) {
    auto const photo = choose(sato);
    EXPECT_EQ(wait_for(photos().set(sato, "bad")).problem().code, "media.broken");
    EXPECT_EQ(told_of(sato), photo);
}

TEST_P(PhotosOnBoth, GivenAPhoto_WhenSomebodyOfAnotherOrganisationAsks_ThenItIsNotFound) {
    auto const photo = choose(sato);
    EXPECT_EQ(found(nishi, sato.person, photo), "directory.no_such_photo");
    EXPECT_EQ(found(nishi, nishi.person, photo), "directory.no_such_photo");
    EXPECT_EQ(found(aoki, aoki.person, photo), "directory.no_such_photo");
}

TEST_P(PhotosOnBoth, GivenAPhoto_WhenItsOwnerTakesItBackTwice_ThenItIsGoneAndNothingIsRecorded) {
    auto const photo = choose(sato);
    auto const rows = audit::kit::recorded_by(store(), minato, [&] {
        for (int i = 0; i < 2; ++i) must(wait_for(photos().remove(sato)));
    });
    EXPECT_THAT(rows, IsEmpty());
    EXPECT_EQ(told_of(sato), std::nullopt);
    EXPECT_EQ(found(sato, sato.person, photo), "directory.no_such_photo");
}

TEST_P(PhotosOnBoth, GivenSomebodysPhoto_WhenAnAdministratorRemovesIt_ThenThatIsRecordedOnce) {
    choose(sato);
    auto const remove = [&](Viewer const& by, PersonId of) {
        auto const done = wait_for(photos().remove_of(by, of));
        return done ? "" : done.problem().code;
    };
    EXPECT_EQ(remove(sato, sato.person), "directory.not_administrator");
    EXPECT_EQ(remove(aoki, nishi.person), "directory.no_such_person");
    EXPECT_NE(told_of(sato), std::nullopt);
    auto const rows = audit::kit::recorded_by(store(), minato, [&] {
        for (int i = 0; i < 2; ++i) EXPECT_EQ(remove(aoki, sato.person), "");
    });
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].action, "directory.photo_removed");
    EXPECT_EQ(rows[0].subject_id, sato.person.value);
    EXPECT_EQ(told_of(sato), std::nullopt);
}

TEST_P(PhotosOnBoth, GivenAPhoto_WhenItsOwnerRetires_ThenItIsDeletedCountedAndNoneIsChosenAgain) {
    auto const photo = choose(sato);
    retire(sato);
    EXPECT_EQ(found(aoki, sato.person, photo), "directory.no_such_photo");
    EXPECT_EQ(told_of({minato, sato.person, {}}), std::nullopt);
    auto const retired = must(wait_for(changes_->retired(aoki)));
    ASSERT_EQ(retired.size(), 1u);
    std::vector<std::pair<std::string, std::int64_t>> erased;
    for (auto const& [what, rows] : retired[0].erased) erased.emplace_back(what, rows);
    EXPECT_THAT(erased, Contains(std::pair{std::string{"photos"}, std::int64_t{1}}));
    EXPECT_EQ(wait_for(photos().set(sato, "again")).problem().code, "directory.no_such_person");
    EXPECT_EQ(wait_for(photos().remove_of(aoki, sato.person)).problem().code,
              "directory.no_such_person");
}

TEST_P(PhotosOnBoth, GivenAPhoto_WhenAnImportChangesItsOwner_ThenItStays) {
    auto const photo = choose(sato);
    must(wait_for(directory_->import_staff_of(
        minato, "氏名,フリガナ,ID,内線\n佐藤 花子,サトウ ハナコ,sato,123\n")));
    EXPECT_EQ(told_of(sato), photo);
    EXPECT_EQ(found(aoki, sato.person, photo), "large face");
}

}  // namespace
}  // namespace horenso::directory
