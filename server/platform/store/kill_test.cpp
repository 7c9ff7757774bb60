#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "platform/store/test_table.hpp"

namespace horenso {
namespace {

using namespace test_table;

/// A process that writes notes until it is killed, and reports each that was answered.
class WritingChild {
public:
    explicit WritingChild(kit::Database const& database, std::int64_t first) {
        int ends[2];
        if (pipe(ends) != 0) throw std::runtime_error{"no pipe"};
        child_ = fork();
        if (child_ == 0) write_for_ever(database, first, ends[1]);
        close(ends[1]);
        answered_ = ends[0];
    }
    ~WritingChild() { close(answered_); }

    /// Waits for that many answers, kills it, and gives all it had reported.
    std::vector<std::int64_t> kill_after(std::size_t count) {
        std::vector<std::int64_t> ids;
        std::int64_t id = 0;
        while (ids.size() < count && read(answered_, &id, sizeof id) == sizeof id)
            ids.push_back(id);
        kill(child_, SIGKILL);
        int status = 0;
        waitpid(child_, &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status)) << "it ended by itself: " << status;
        while (read(answered_, &id, sizeof id) == sizeof id) ids.push_back(id);
        return ids;
    }

private:
    static Task<> write_on(Store& store, std::int64_t& next, int report) {
        for (;;) {
            auto const id = next++;
            auto work = [id](Tx& tx) { return keep(tx, id, "x"); };
            auto answer = co_await store.write(work);
            if (!answer || write(report, &id, sizeof id) != sizeof id) _exit(1);
        }
    }

    [[noreturn]] static void write_for_ever(kit::Database const& database, std::int64_t first,
                                            int report) {
        try {
            auto store = database.open();
            std::vector<Task<>> writers;
            for (int i = 0; i < 16; ++i) writers.push_back(write_on(*store, first, report));
            kit::wait_for_all(std::move(writers));
        } catch (std::exception const& error) {
            fprintf(stderr, "%s\n", error.what());
        }
        _exit(1);
    }

    pid_t child_ = 0;
    int answered_ = -1;
};

class Killed : public StoreTest {};
INSTANTIATE_TEST_SUITE_P(Databases, Killed, kit::both_databases, kit::database_name);

TEST_P(Killed, GivenAWritingProcess_WhenKilled_ThenEveryAnsweredRowIsThereAndNoneTwice) {
    close();
    std::int64_t first = 1;
    std::int64_t answered = 0;
    for (std::size_t after : {1u, 3u, 10u, 40u, 100u, 300u}) {
        WritingChild child{database(), first};
        auto const ids = child.kill_after(after);
        ASSERT_GE(ids.size(), after);
        answered += static_cast<std::int64_t>(ids.size());
        first += 100'000;
        reopen();
        for (auto id : ids) {
            auto look = [id](Tx& tx) { return tx.query(find_note, org, id).next(); };
            ASSERT_TRUE(kit::wait_for(store().read(look))) << id;
        }
        auto head = [](Tx& tx) { return tx.head(notes).version; };
        ASSERT_EQ(kit::wait_for(store().read(head)), count(store()));
        ASSERT_GE(count(store()), answered);
        close();
    }
}

}  // namespace
}  // namespace horenso
