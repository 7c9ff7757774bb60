#include "platform/store/sqlite_readers.hpp"

#include "platform/store/waiting.hpp"

namespace horenso::sqlite {
namespace {

constexpr std::size_t most_at_once = 16;  // so that the first doesn't wait long for the last

}  // namespace

Readers::Readers(std::filesystem::path const& file, char const* vfs, int count, JobQueue& queue,
                 DiskHealth& health)
    : queue_(queue), health_(health) {
    for (int i = 0; i < count; ++i) connections_.emplace_back(file, Connection::Use::reader, vfs);
    for (auto& connection : connections_)
        threads_.emplace_back([this, &connection] { run(connection); });
}

Readers::~Readers() {
    queue_.close();
    for (auto& thread : threads_) thread.join();
}

void Readers::run(Connection& connection) {
    for (;;) {
        auto jobs = queue_.take(most_at_once, connections_.size());
        if (jobs.empty()) return;
        if (health_.good()) read(connection, jobs);
        if (!health_.good())
            for (auto* job = jobs.first(); job; job = job->next) job->error = DiskHealth::failure();
        answer(std::move(jobs));
    }
}

// All see one state, taken after the last of them came in. The transaction only holds that state; if
// even beginning it fails, the statements of the job will say so.
void Readers::read(Connection& connection, JobList& jobs) {
    SqliteTx tx{connection};
    for (auto* job = jobs.first(); job; job = job->next) {
        connection.forget_trouble();
        try {
            if (!connection.in_transaction()) connection.run("BEGIN");
            job->work(tx);
        } catch (...) {
            job->error = std::current_exception();
        }
        if (connection.trouble() != Trouble::none && !job->error)  // the function swallowed it
            job->error = std::make_exception_ptr(DatabaseError{"sqlite: a statement failed"});
        if (connection.trouble() == Trouble::broken) return health_.failed(job->error);
    }
    connection.roll_back();
}

}  // namespace horenso::sqlite
