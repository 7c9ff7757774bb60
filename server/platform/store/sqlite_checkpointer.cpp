#include "platform/store/sqlite_checkpointer.hpp"

#include "platform/base/log.hpp"

namespace horenso::sqlite {
namespace {

constexpr int worth_copying = 1000;  // pages: 4 MB

}  // namespace

Checkpointer::Checkpointer(std::filesystem::path const& file, char const* vfs, DiskHealth& health)
    : connection_(file, Connection::Use::checkpointer, vfs),
      health_(health),
      thread_([this] { run(); }) {}

Checkpointer::~Checkpointer() {
    {
        std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    something_.notify_one();
    thread_.join();
}

void Checkpointer::wal_is(int pages) {
    bool wake = false;
    {
        std::lock_guard lock(mutex_);
        if (pages < pages_) begun_at_ = 0;  // the WAL began anew
        pages_ = pages;
        wake = pages_ - begun_at_ >= worth_copying;
    }
    if (wake) something_.notify_one();
}

void Checkpointer::run() {
    for (;;) {
        {
            std::unique_lock lock(mutex_);
            something_.wait(lock,
                            [this] { return stopping_ || pages_ - begun_at_ >= worth_copying; });
            if (stopping_) return;
            begun_at_ = pages_;
        }
        copy();
    }
}

// Want of room is no harm here: the WAL keeps everything, and the writer will meet it too.
void Checkpointer::copy() {
    if (!health_.good()) return;
    connection_.forget_trouble();
    try {
        connection_.checkpoint(SQLITE_CHECKPOINT_PASSIVE);
    } catch (DatabaseError const& error) {
        if (connection_.trouble() == Trouble::broken)
            return health_.failed(std::string_view{error.what()});
        log::warning("store.checkpoint_failed", {{"why", error.what()}});
    }
}

}  // namespace horenso::sqlite
