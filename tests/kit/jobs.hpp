// Nodes that do jobs on one database, and a table that counts what they did.
#pragma once
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "kit/databases.hpp"
#include "kit/loops.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "services/jobs/jobs.hpp"
#include "services/jobs/lease.hpp"

namespace horenso::jobs::kit {

using horenso::kit::must;
using horenso::kit::wait_for;

inline constexpr OrgId org{1};
inline constexpr Instant noon{1'795'489'200'000};  // 2026-11-24 12:00 in Japan

/// Waits until `holds`; only a broken program reaches the deadline.
template <class Condition>
void wait_until(Condition holds) {
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{30};
    while (!holds()) {
        if (std::chrono::steady_clock::now() > deadline) throw std::runtime_error{"never"};
        std::this_thread::sleep_for(std::chrono::milliseconds{2});
    }
}

/// Counts what a runner asks of the store.
class Counting final : public Store {
public:
    explicit Counting(Store& inner) : inner_(inner) {}
    void listen(Listener) override {}
    Dialect dialect() const override { return inner_.dialect(); }
    std::atomic<int> reads = 0;
    std::atomic<int> writes = 0;

private:
    Task<std::optional<Problem>> perform(Mode mode, Work& work) override {
        ++(mode == Mode::read ? reads : writes);
        auto keep = [&work](Tx& tx) -> Result<Done> {
            if (work(tx)) return Done{};
            return Problem{.status = 409, .code = "general"};
        };
        auto const looked = [&work](Tx& tx) { return work(tx); };
        if (mode == Mode::read)
            co_await inner_.read(looked);
        else
            static_cast<void>(co_await inner_.write(keep));
        co_return std::nullopt;
    }
    Store& inner_;
};

/// A node: a loop on a thread of its own with its clock and its runner.
class Node {
public:
    Node(Store& store, Pace pace)
        : counting(store), jobs(Jobs::Needs{counting, loops_, clock_, pace}) {}
    ~Node() { stop(); }

    void start() {
        jobs.start();
        thread_ = std::jthread{[this] { loops_.run(); }};
    }
    void stop() {
        loops_.stop();
        if (thread_.joinable()) thread_.join();
    }
    /// Called on its loop when it has begun to stop; after `start`.
    void when_stopping(std::function<void()> act) { loops_.at_stop(std::move(act)); }
    /// The clock belongs to the loop once it runs.
    void set_clock(Instant now) {
        if (!thread_.joinable()) return clock_.set(now);
        std::atomic<bool> is_set = false;
        loops_.post(0, [&] {
            clock_.set(now);
            is_set = true;
        });
        wait_until([&] { return is_set.load(); });
    }
    /// Waits until it has looked `times` more.
    void wait_for_looks(int times) {
        auto const before = counting.reads.load();
        wait_until([&] { return counting.reads >= before + times; });
    }

private:
    net::Loops& loops_ = horenso::kit::lasting_loops(1);
    SetClock clock_{noon};

public:
    Counting counting;
    Jobs jobs;

private:
    std::jthread thread_;
};

/// Both databases, with the table `done` (key, times).
class JobsOnBothDatabases : public horenso::kit::OnBothDatabases {
protected:
    std::vector<Migration> migrations() const override {
        std::string const text =
            "CREATE TABLE done (org_id BIGINT NOT NULL, key TEXT NOT NULL, times BIGINT NOT NULL,"
            " PRIMARY KEY (org_id, key))";
        auto steps = find_migrations(embedded::files());
        steps.push_back({"features/done", 1, "done", text, text});
        return steps;
    }

    /// The job's key is counted.
    static Result<Next> count(Tx& tx, Job const& job) {
        static constexpr Sql add{R"(
            INSERT INTO done (org_id, key, times) VALUES ($1, $2, 1)
            ON CONFLICT (org_id, key) DO UPDATE SET times = done.times + 1)"};
        tx.run(add, job.org, job.key);
        return Next{};
    }
    /// How often each key was.
    std::map<std::string, int> done() {
        static constexpr Sql all{"SELECT key, times FROM done WHERE org_id = $1"};
        auto read = [](Tx& tx) {
            std::map<std::string, int> times;
            auto row = tx.query(all, org);
            while (row.next()) times[row.get<std::string>(0)] = row.get<int>(1);
            return times;
        };
        return wait_for(store().read(read));
    }

    struct Row {
        Instant due_at;
        std::int64_t attempts = 0;
        std::int64_t token = 0;
        std::optional<std::string> code;
        std::string payload;
    };
    /// The jobs that are there, by key.
    std::map<std::string, Row> waiting() {
        static constexpr Sql all{R"(
            SELECT key, due_at, attempts, lease_token, last_error_code, payload FROM job
             WHERE org_id = $1)"};
        auto read = [](Tx& tx) {
            std::map<std::string, Row> rows;
            auto row = tx.query(all, org);
            while (row.next())
                rows[row.get<std::string>(0)] = {
                    row.get<Instant>(1), row.get<std::int64_t>(2), row.get<std::int64_t>(3),
                    row.get<std::optional<std::string>>(4), row.get<std::string>(5)};
            return rows;
        };
        return wait_for(store().read(read));
    }

    /// Runs `work(tx)` in a transaction.
    template <class F>
    void write(F work) {
        auto all = [&](Tx& tx) -> Result<Done> {
            work(tx);
            return Done{};
        };
        must(wait_for(store().write(all)));
    }
    void schedule_one(std::string key, Instant due_at, std::string payload = "") {
        write([&](Tx& tx) { schedule(tx, Job{org, "test.count", key, due_at, payload}); });
    }
    /// Takes what is due at `now`, as a node does that then says nothing more.
    std::vector<Jobs::Leased> take(Instant now, std::int64_t token, Pace const& pace = {},
                                   int most = 100) {
        Taking const taking{now, R"(["test.count"])", most, token};
        auto take = [&](Tx& tx) -> Result<std::vector<Jobs::Leased>> {
            return lease(tx, taking, pace);
        };
        return must(wait_for(store().write(take)));
    }
    /// Carries out what was taken, perhaps long ago.
    void carry(Jobs::Leased const& leased) {
        write([&](Tx& tx) { must(carry_out(tx, leased, count)); });
    }

    /// A quick node that counts; not yet started.
    std::unique_ptr<Node> make_node(Store& of) {
        auto node = std::make_unique<Node>(of, quick);
        node->jobs.on("test.count", count);
        return node;
    }
    static constexpr Pace quick{std::chrono::milliseconds{5}, std::chrono::milliseconds{30'000},
                                std::chrono::milliseconds{1}, std::chrono::milliseconds{10}};
    /// So short that it is over when somebody else looks.
    static constexpr Pace fleeting{std::chrono::milliseconds{5}, std::chrono::milliseconds{0},
                                   std::chrono::milliseconds{1}, std::chrono::milliseconds{10}};
};

}  // namespace horenso::jobs::kit
