#include "platform/store/postgres_worker.hpp"

#include <sys/socket.h>

#include <algorithm>

#include "platform/base/log.hpp"
#include "platform/store/waiting.hpp"

namespace horenso::postgres {
namespace {

using std::chrono::milliseconds;

constexpr int most_attempts = 5;
constexpr milliseconds longest_connect_pause{5000};

Problem disk_full() { return {.status = 507, .code = "store.disk_full", .retry_after_s = 5}; }

}  // namespace

Worker::Worker(std::string url, JobQueue& queue, ToldInOrder& order)
    : url_(std::move(url)), queue_(queue), order_(order), random_(std::random_device{}()) {
    thread_ = std::thread{[this] { run(); }};
}

Worker::~Worker() { thread_.join(); }

void Worker::run() {
    for (;;) {
        auto jobs = queue_.take(1);
        if (jobs.empty()) break;
        auto& job = *jobs.first();
        run_job(job);
        if (ticket_)
            order_.finish(*ticket_, std::move(told_), &job);
        else
            answer(std::move(jobs));
    }
    over_ = true;
}

void Worker::cut() {
    cut_ = true;
    std::lock_guard lock(line_);
    if (connection_) shutdown(PQsocket(connection_->handle()), SHUT_RDWR);
}

void Worker::run_job(Job& job) {
    ticket_.reset();
    told_.clear();
    for (int i = 1;; ++i) {
        job.error = nullptr;
        if (attempt(job) == End::settled || i == most_attempts || cut_) return;
        pause(i);
    }
}

Worker::End Worker::attempt(Job& job) {
    bool keep = false;
    try {
        connect();
    } catch (DatabaseError const&) {
        job.error = std::current_exception();
        return End::again;
    }
    connection_->forget_failure();
    PostgresTx tx{*connection_};
    try {
        connection_->execute(job.mode == Job::Mode::write
                                 ? "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
                                 : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
        keep = job.work(tx);
    } catch (...) {
        job.error = std::current_exception();
    }
    if (connection_->failure() != Failure::none) return rolled_back(job);
    if (keep) return finish(job, tx);
    connection_->roll_back();
    return End::settled;
}

// Commits. The ticket is taken while the rows of the streams are still locked.
Worker::End Worker::finish(Job& job, PostgresTx& tx) {
    if (!tx.told().empty()) ticket_ = order_.take();
    try {
        connection_->execute("COMMIT");
        told_ = std::move(tx.told());
        return End::settled;
    } catch (DatabaseError const&) {
        job.error = std::current_exception();
    }
    if (connection_->failure() != Failure::lost) return rolled_back(job);
    job.error = std::make_exception_ptr(
        DatabaseError{"postgres: lost while committing; whether it was kept is not known"});
    return End::settled;
}

Worker::End Worker::rolled_back(Job& job) {
    auto const failure = connection_->failure();
    connection_->roll_back();
    if (ticket_) order_.finish(*ticket_, {}, nullptr);  // another run comes later in the order
    ticket_.reset();
    if (!job.error)  // the function swallowed it
        job.error = std::make_exception_ptr(DatabaseError{"postgres: a statement failed"});
    if (failure == Failure::full && job.mode == Job::Mode::write) {
        job.error = nullptr;
        job.refused = disk_full();
    }
    return failure == Failure::again || failure == Failure::lost ? End::again : End::settled;
}

// While the server is away jobs fail at once rather than pile up behind the attempts.
void Worker::connect() {
    if (connection_ && connection_->is_well()) return;
    auto const now = std::chrono::steady_clock::now();
    if (cut_ || now < next_connect_) throw DatabaseError{"postgres: not connected"};
    replace_line(nullptr);
    try {
        replace_line(std::make_unique<Connection>(url_));
        connect_pause_ = milliseconds{0};
    } catch (DatabaseError const& error) {
        connect_pause_ = std::clamp(connect_pause_ * 2, milliseconds{50}, longest_connect_pause);
        next_connect_ = now + connect_pause_;
        log::warning("store.connect_failed", {{"why", error.what()}});
        throw;
    }
}

void Worker::replace_line(std::unique_ptr<Connection> by) {
    std::lock_guard lock(line_);
    connection_ = std::move(by);
}

// 0 to 4, 8, 16, 32 ms: those who collided must not meet again.
void Worker::pause(int attempt) {
    std::uniform_int_distribution<int> spread{0, 2000 << attempt};
    std::this_thread::sleep_for(std::chrono::microseconds{spread(random_)});
}

}  // namespace horenso::postgres
