#include "app/verify.hpp"

#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <fstream>

#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/blob/blob_store.hpp"
#include "platform/crypto/token.hpp"

namespace horenso::app {
namespace {

using kit::must;
using kit::wait_for;

class Verify : public kit::OnBothDatabases {
protected:
    std::vector<boost::json::object> all_lines() {
        directory::Directory directory{{store(), clock, ids}};
        audit::Audit audit{store()};
        std::vector<boost::json::object> all;
        policy::Policy const policy{{store(), clock}};
        hours::Hours const hours{{store(), clock, policy}};
        talk::Talk talk{{store(), clock, ids, policy, hours}};
        backup::Backups backups{{store(), clock, {folder.path(), HORENSO_VERSION}}};
        for (auto const& one : wait_for(verify({directory, audit, talk, backups}))) {
            all.push_back(boost::json::parse(one.json).as_object());
            EXPECT_EQ(all.back().at("ok").as_bool(), one.is_good);
        }
        return all;
    }
    std::vector<boost::json::object> lines() {
        auto all = all_lines();
        std::erase_if(all, [](auto const& line) { return line.at("check") != "audit"; });
        return all;
    }
    boost::json::object line(std::string_view check) {
        for (auto const& one : all_lines())
            if (one.at("check") == boost::json::string_view{check}) return one;
        throw std::runtime_error{"not checked"};
    }
    OrgId make(std::string slug) {
        directory::Directory directory{{store(), clock, ids}};
        return must(wait_for(directory.create_org(std::move(slug), "社協"))).id;
    }
    template <class... Arguments>
    void change(Sql sql, Arguments... arguments) {
        auto work = [=](Tx& tx) -> Result<Done> {
            tx.run(sql, arguments...);
            return Done{};
        };
        must(wait_for(store().write(work)));
    }

    kit::TemporaryFolder folder;
    SetClock clock{Instant{1'795'476'600'000}};
    IdSource ids{1};
};
INSTANTIATE_TEST_SUITE_P(Databases, Verify, kit::both_databases, kit::database_name);

TEST_P(Verify, GivenTwoOrganisations_WhenVerified_ThenEachHasALineWithItsHead) {
    auto const minato = make("minato");
    make("tonari");
    auto const all = lines();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].at("check").as_string(), "audit");
    EXPECT_EQ(all[0].at("org").as_string(), std::to_string(minato.value));
    EXPECT_EQ(all[0].at("slug").as_string(), "minato");
    EXPECT_EQ(all[0].at("entries").as_int64(), 1);
    EXPECT_TRUE(all[0].at("ok").as_bool());
    EXPECT_EQ(all[0].at("head").as_string().size(), 64u);
    EXPECT_NE(all[0].at("head"), all[1].at("head"));
    EXPECT_FALSE(all[0].contains("kind"));
}

TEST_P(Verify, GivenAChangedRow_WhenVerified_ThenItsLineSaysWhatAndWhereAndOthersAreGood) {
    auto const minato = make("minato");
    make("tonari");
    change("UPDATE audit_entry SET at = 0 WHERE org_id = $1 AND seq = 1", minato);
    auto const all = lines();
    ASSERT_EQ(all.size(), 2u);
    EXPECT_FALSE(all[0].at("ok").as_bool());
    EXPECT_EQ(all[0].at("kind").as_string(), "hash");
    EXPECT_EQ(all[0].at("seq").as_int64(), 1);
    EXPECT_TRUE(all[1].at("ok").as_bool());
}

TEST_P(Verify, GivenAnOrganisationWhoseChainIsAllGone_WhenVerified_ThenItIsMissed) {
    auto const minato = make("minato");
    change("DELETE FROM audit_entry WHERE org_id = $1", minato);
    change("DELETE FROM audit_head WHERE org_id = $1", minato);
    auto const all = lines();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].at("kind").as_string(), "head");
}

TEST_P(Verify, GivenRowsOfNoOrganisation_WhenVerified_ThenTheyAreWalkedToo) {
    auto const minato = make("minato");
    change("DELETE FROM directory_org WHERE org_id = $1", minato);
    auto const all = lines();
    ASSERT_EQ(all.size(), 1u);
    EXPECT_EQ(all[0].at("org").as_string(), std::to_string(minato.value));
    EXPECT_FALSE(all[0].contains("slug"));
    EXPECT_TRUE(all[0].at("ok").as_bool());
}

TEST_P(Verify, GivenAnOffice_WhenVerified_ThenItsStorageAndRoomsAreGoodToo) {
    make("minato");
    for (auto const* check : {"database", "files", "rooms"})
        EXPECT_TRUE(line(check).at("ok").as_bool()) << check;
}

TEST_P(Verify, GivenAFileThatIsNotWhatItIsCalled_WhenVerified_ThenItIsNamed) {
    BlobStore blobs{folder.path() / "files"};
    must(wait_for(blobs.put("申請書")));
    EXPECT_EQ(line("files").at("files").as_int64(), 1);
    auto const name = crypto::sha256_hex("申請書");
    auto const path = folder.path() / "files" / name.substr(0, 2) / name;
    std::ofstream{path} << "申請書をすりかえたもの";
    auto const found = line("files");
    EXPECT_FALSE(found.at("ok").as_bool());
    EXPECT_EQ(found.at("faults").at(0).as_string(), name);
}

}  // namespace
}  // namespace horenso::app
