#include "platform/store/sqlite_writer.hpp"

#include <iterator>

#include "platform/base/log.hpp"
#include "platform/store/waiting.hpp"

namespace horenso::sqlite {
namespace {

constexpr std::size_t largest_batch = 1000;
constexpr int finish_at = 4096;  // WAL pages: 16 MB
constexpr int finish_again =
    1024;  // further pages after an attempt that readers stood in the way of

Problem disk_full() { return {.status = 507, .code = "store.disk_full", .retry_after_s = 5}; }

}  // namespace

Writer::Writer(Connection& connection, JobQueue& queue, DiskSpace& space, DiskHealth& health,
               Checkpointer& checkpointer, Store::Listener const& listener)
    : connection_(connection),
      queue_(queue),
      space_(space),
      health_(health),
      checkpointer_(checkpointer),
      listener_(listener),
      tx_(connection),
      next_finish_(finish_at) {
    auto note_size = [](void* self, sqlite3*, char const*, int pages) {
        static_cast<Writer*>(self)->wal_pages_ = pages;
        return SQLITE_OK;
    };
    sqlite3_wal_hook(connection_.handle(), note_size, this);
    thread_ = std::thread{[this] { run(); }};
}

Writer::~Writer() {
    queue_.close();
    thread_.join();
    sqlite3_wal_hook(connection_.handle(), nullptr, nullptr);
}

void Writer::run() {
    for (;;) {
        auto jobs = queue_.take(largest_batch);
        if (jobs.empty()) return;
        write(jobs);
        tell();
        answer(std::move(jobs));
        checkpointer_.wal_is(wal_pages_);
        if (wal_pages_ >= next_finish_) finish_checkpoint();
    }
}

void Writer::write(JobList& jobs) {
    told_.clear();
    if (!health_.good()) return fail_all(jobs, DiskHealth::failure());
    if (!space_.enough()) {
        for (auto* job = jobs.first(); job; job = job->next) job->refused = disk_full();
        return;
    }
    connection_.forget_trouble();
    try {
        if (!attempt(jobs, Guard::none)) attempt(jobs, Guard::savepoints);
    } catch (...) {
        auto error = std::current_exception();
        connection_.roll_back();
        fail_all(jobs, error);
    }
}

// False: a function that had changed something must be rolled back alone; nothing was kept yet.
bool Writer::attempt(JobList& jobs, Guard guard) {
    told_.clear();
    bool anything_kept = false;
    connection_.run("BEGIN IMMEDIATE");
    for (auto* job = jobs.first(); job; job = job->next) {
        connection_.forget_changes();
        tx_.told().clear();
        if (run_one(*job, guard)) {
            std::move(tx_.told().begin(), tx_.told().end(), std::back_inserter(told_));
            anything_kept |= connection_.changed();
        } else if (guard == Guard::savepoints) {
            connection_.run("ROLLBACK TO one");
        } else if (connection_.changed()) {
            connection_.run("ROLLBACK");
            return jobs.size() == 1;
        }
        if (guard == Guard::savepoints) connection_.run("RELEASE one");
    }
    connection_.run(anything_kept ? "COMMIT" : "ROLLBACK");
    return true;
}

// Whether to keep what the job did. Throws if the whole batch is lost with it.
bool Writer::run_one(Job& job, Guard guard) {
    if (guard == Guard::savepoints) connection_.run("SAVEPOINT one");
    job.error = nullptr;
    connection_.forget_trouble();
    bool keep = false;
    try {
        keep = job.work(tx_);
    } catch (...) {
        job.error = std::current_exception();
    }
    if (connection_.trouble() != Trouble::none && !job.error)  // the function swallowed it
        job.error = std::make_exception_ptr(DatabaseError{"sqlite: a statement failed"});
    if (connection_.trouble() > Trouble::failed || !connection_.in_transaction())
        std::rethrow_exception(job.error);  // SQLite has rolled everything back, or must not go on
    return keep && !job.error;
}

void Writer::fail_all(JobList& jobs, std::exception_ptr error) {
    told_.clear();
    auto const trouble = connection_.trouble();
    if (trouble == Trouble::full) space_.gave_out();
    if (trouble == Trouble::broken && health_.good()) {
        connection_.close_without_checkpoint();
        health_.failed(error);
        error = DiskHealth::failure();
    }
    for (auto* job = jobs.first(); job; job = job->next) {
        job->error = trouble == Trouble::full ? nullptr : error;
        if (trouble == Trouble::full) job->refused = disk_full();
    }
}

void Writer::tell() {
    if (told_.empty() || !listener_) return;
    try {
        listener_(std::move(told_));
    } catch (std::exception const& error) {
        log::error("store.listener_failed", {{"why", error.what()}});
    }
    told_ = {};
}

// Between two commits nobody writes, so a complete copy lets the next commit begin the WAL anew, if no
// reader still needs it.
void Writer::finish_checkpoint() {
    if (!health_.good()) return;
    connection_.forget_trouble();
    try {
        auto done = connection_.checkpoint(SQLITE_CHECKPOINT_PASSIVE);
        if (done.result != SQLITE_OK) return;  // the checkpointer is at it: after the next batch
        next_finish_ = done.complete() ? finish_at : done.wal_pages + finish_again;
    } catch (DatabaseError const& error) {
        if (connection_.trouble() != Trouble::broken) {
            next_finish_ = wal_pages_ + finish_again;
            return log::warning("store.checkpoint_failed", {{"why", error.what()}});
        }
        connection_.close_without_checkpoint();
        health_.failed(std::string_view{error.what()});
    }
}

}  // namespace horenso::sqlite
