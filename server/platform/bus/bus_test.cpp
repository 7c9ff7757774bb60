#include "platform/bus/bus.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <condition_variable>
#include <mutex>

#include "kit/postgres_database.hpp"

namespace horenso {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

/// Keeps what it hears, and lets a test wait for it.
class Ear {
public:
    Bus::Heard heard() {
        return [this](std::string_view note) {
            std::lock_guard lock(mutex_);
            notes_.emplace_back(note);
            changed_.notify_all();
        };
    }
    /// Once `note` was heard; all so far. Empty if that takes longer than a working bus would.
    std::vector<std::string> until(std::string const& note) {
        std::unique_lock lock(mutex_);
        auto there = [&] { return std::find(notes_.begin(), notes_.end(), note) != notes_.end(); };
        if (!changed_.wait_for(lock, 20s, there)) return {};
        return notes_;
    }
    bool has(std::string const& note) {
        std::lock_guard lock(mutex_);
        return std::find(notes_.begin(), notes_.end(), note) != notes_.end();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> notes_;
};

class BusBetweenTwo : public testing::Test {
protected:
    void SetUp() override {
        if (auto const* choice = std::getenv("PG"); choice && std::string_view{choice} == "skip")
            GTEST_SKIP() << "PG=skip";
        database_.emplace(std::vector<Migration>{});
        left_.emplace(database_->url(), at_left.heard());
        right_.emplace(database_->url(), at_right.heard());
        meet();
    }
    /// Both are connected once each hears the other.
    void meet() {
        auto const name = "hello " + std::to_string(++greetings_);
        auto const deadline = std::chrono::steady_clock::now() + 20s;
        while (!(at_left.has("r" + name) && at_right.has("l" + name))) {
            ASSERT_LT(std::chrono::steady_clock::now(), deadline) << "they never met";
            left_->send({"l" + name});
            right_->send({"r" + name});
            std::this_thread::sleep_for(10ms);
        }
    }
    /// Cuts every bus line at the server.
    void cut() {
        auto& server = kit::PostgresServer::of_program();
        server.run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE application_name = 'horenso bus' AND datname = '" +
            name() + "'");
    }
    std::string name() const {
        auto const url = database_->url();
        return url.substr(url.rfind('=') + 1);
    }

    Ear at_left, at_right;
    std::optional<kit::PostgresDatabase> database_;
    std::optional<Bus> left_, right_;
    int greetings_ = 0;
};

TEST_F(BusBetweenTwo, GivenTwo_WhenOneSendsMany_ThenTheOtherHearsThemInOrder) {
    std::vector<std::string> sent;
    for (int i = 0; i < 500; ++i) sent.push_back("note " + std::to_string(i));
    for (auto const& note : sent) left_->send({note});
    left_->send({"the last"});
    auto heard = at_right.until("the last");
    std::erase_if(heard, [](auto const& note) { return !note.starts_with("note "); });
    EXPECT_EQ(heard, sent);
}

TEST_F(BusBetweenTwo, GivenALongestNote_WhenSent_ThenItArrivesWhole) {
    std::string const longest(Bus::most_bytes, 'x');
    left_->send({longest});
    EXPECT_FALSE(at_right.until(longest).empty());
}

TEST_F(BusBetweenTwo, GivenALineThatIsCut_WhenBothComeBack_ThenTheyHearEachOtherAgain) {
    cut();
    meet();
    left_->send({"after the cut"});
    EXPECT_FALSE(at_right.until("after the cut").empty());
}

TEST_F(BusBetweenTwo, GivenNobodyIsConnected_WhenMuchIsSent_ThenNothingWaitsAndItEnds) {
    Ear ear;
    Bus alone{"host=/nowhere dbname=nothing", ear.heard()};
    for (int i = 0; i < 20; ++i)
        alone.send(std::vector<std::string>(Bus::most_waiting / 10, "dropped"));
    EXPECT_FALSE(ear.has("dropped"));
}

}  // namespace
}  // namespace horenso
