#include "platform/blob/blob_store.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "kit/folder.hpp"
#include "kit/wait_for.hpp"
#include "platform/crypto/crypto.hpp"

namespace horenso {
namespace {

using kit::wait_for;

class Blobs : public testing::Test {
protected:
    Blobs() { crypto::start(); }

    BlobStore::Name put(std::string bytes) { return *wait_for(blobs().put(std::move(bytes))); }
    std::optional<std::string> read(BlobStore::Name name) { return *wait_for(blobs().read(name)); }
    BlobStore& blobs() { return *blobs_; }
    void restart() {
        blobs_.reset();
        blobs_ = std::make_unique<BlobStore>(folder.path() / "blobs");
    }
    std::vector<std::filesystem::path> files() const {
        std::vector<std::filesystem::path> found;
        for (auto const& each : std::filesystem::recursive_directory_iterator{folder.path()})
            if (each.is_regular_file()) found.push_back(each.path());
        return found;
    }

    kit::TemporaryFolder folder;

private:
    std::unique_ptr<BlobStore> blobs_ = std::make_unique<BlobStore>(folder.path() / "blobs");
};

TEST_F(Blobs, GivenBytesOfEveryValue_WhenKeptAndReadAfterARestart_ThenTheyAreTheSame) {
    std::string bytes;
    for (int i = 0; i < 100'000; ++i) bytes += static_cast<char>(i);
    auto const name = put(bytes);
    restart();
    EXPECT_EQ(read(name), bytes);
}

TEST_F(Blobs, GivenTheSameBytesTwice_WhenKept_ThenTheyLieThereOnce) {
    EXPECT_EQ(put("会議資料"), put("会議資料"));
    EXPECT_EQ(files().size(), 1u);
}

TEST_F(Blobs, GivenAnEmptyFile_WhenKept_ThenItComesBackEmpty) { EXPECT_EQ(read(put("")), ""); }

TEST_F(Blobs, GivenARemovedBlob_WhenRead_ThenThereIsNone) {
    auto const name = put("下書き");
    EXPECT_TRUE(*wait_for(blobs().remove(name)));
    EXPECT_FALSE(*wait_for(blobs().remove(name)));
    EXPECT_EQ(read(name), std::nullopt);
}

TEST_F(Blobs, GivenOneFlippedBit_WhenRead_ThenItIsFound) {
    auto const name = put("大切な書類");
    {
        std::fstream file{files().at(0), std::ios::in | std::ios::out | std::ios::binary};
        auto const first = static_cast<char>(file.get() ^ 1);
        file.seekp(0);
        file.put(first);
    }
    EXPECT_THROW(read(name), BlobDamaged);
}

TEST_F(Blobs, GivenAHalfWrittenFile_WhenStartedAgain_ThenItIsGone) {
    std::ofstream{folder.path() / "blobs" / "new" / "left"} << "half";
    restart();
    EXPECT_TRUE(files().empty());
}

}  // namespace
}  // namespace horenso
