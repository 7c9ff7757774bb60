#include "platform/bus/bus.hpp"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <utility>

#include "platform/base/log.hpp"
#include "platform/store/postgres_connection.hpp"

namespace horenso {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longest_pause{2000};
constexpr milliseconds patience{1000};     // with a silent server, at the end
constexpr milliseconds look_anyway{5000};  // a line that died without a word is found by asking

struct FreeNotify {
    void operator()(PGnotify* note) const noexcept { PQfreemem(note); }
};

/// Wakes a thread that waits in poll().
class Bell {
public:
    Bell() : descriptor_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {}
    ~Bell() { close(descriptor_); }
    Bell(Bell const&) = delete;

    void ring() { eventfd_write(descriptor_, 1); }
    void hear() {
        eventfd_t count = 0;
        eventfd_read(descriptor_, &count);
    }
    int descriptor() const { return descriptor_; }

private:
    int descriptor_;
};

}  // namespace

struct Bus::Impl {
    Impl(std::string where, Heard ear) : url(std::move(where)), heard(std::move(ear)) {
        thread = std::thread{[this] { run(); }};
    }
    ~Impl() { stop(); }

    void stop();

    void run();
    void stay_connected();
    bool wait(int descriptor, milliseconds longest);  ///< false: nothing happened
    void send_waiting(postgres::Connection& line);
    void hear_all(postgres::Connection& line);
    void replace_line(std::unique_ptr<postgres::Connection> by);
    std::vector<std::string> take_waiting();

    std::string url;
    Heard heard;
    Bell bell;
    std::atomic<bool> ending = false;
    std::mutex mutex;
    std::vector<std::string> waiting;                  // under `mutex`, as
    std::unique_ptr<postgres::Connection> connection;  // while it changes, and to cut it
    std::atomic<bool> over = false;
    milliseconds pause{0};
    std::thread thread;
};

void Bus::Impl::stop() {
    ending = true;
    bell.ring();
    auto const latest = std::chrono::steady_clock::now() + patience;
    while (!over && std::chrono::steady_clock::now() < latest)
        std::this_thread::sleep_for(milliseconds{1});
    {
        std::lock_guard lock(mutex);
        if (connection) shutdown(PQsocket(connection->handle()), SHUT_RDWR);
    }
    if (thread.joinable()) thread.join();
}

void Bus::Impl::run() {
    pthread_setname_np(pthread_self(), "bus");
    while (!ending) {
        try {
            stay_connected();
        } catch (std::exception const& error) {
            log::warning("bus.lost", {{"why", error.what()}});
        }
        replace_line(nullptr);
        take_waiting();  // late news is no news: who missed it looks into the database
        pause = std::clamp(pause * 2, milliseconds{50}, longest_pause);
        auto const until = std::chrono::steady_clock::now() + pause;
        while (!ending && std::chrono::steady_clock::now() < until) {
            wait(-1, milliseconds{50});
            take_waiting();
        }
    }
    over = true;
}

void Bus::Impl::replace_line(std::unique_ptr<postgres::Connection> by) {
    std::lock_guard lock(mutex);
    connection = std::move(by);
}

void Bus::Impl::stay_connected() {
    replace_line(std::make_unique<postgres::Connection>(url));
    auto& line = *connection;
    // Notes are worth no fsync.
    line.execute("SET synchronous_commit = off; SET application_name = 'horenso bus'");
    line.execute("LISTEN horenso");
    log::info("bus.connected");
    pause = milliseconds{0};
    while (!ending) {
        if (!wait(PQsocket(line.handle()), look_anyway)) line.ask("SELECT 1");
        if (ending) return;
        if (PQconsumeInput(line.handle()) == 0) throw DatabaseError{"bus: the connection was lost"};
        hear_all(line);
        send_waiting(line);
        hear_all(line);  // what came while we sent
    }
}

bool Bus::Impl::wait(int descriptor, milliseconds longest) {
    pollfd watched[] = {{bell.descriptor(), POLLIN, 0}, {descriptor, POLLIN, 0}};
    auto const count = poll(watched, 2, static_cast<int>(longest.count()));
    bell.hear();
    return count > 0;
}

std::vector<std::string> Bus::Impl::take_waiting() {
    std::lock_guard lock(mutex);
    return std::exchange(waiting, {});
}

void Bus::Impl::send_waiting(postgres::Connection& line) {
    auto const notes = take_waiting();
    if (notes.empty()) return;
    line.execute("BEGIN");
    for (auto const& note : notes) {
        char const* const value = note.c_str();
        line.check(PQexecParams(line.handle(), "SELECT pg_notify('horenso', $1)", 1, nullptr,
                                &value, nullptr, nullptr, 0));
    }
    line.execute("COMMIT");
}

void Bus::Impl::hear_all(postgres::Connection& line) {
    while (std::unique_ptr<PGnotify, FreeNotify> note{PQnotifies(line.handle())}) {
        try {
            heard(note->extra);
        } catch (std::exception const& error) {
            log::error("bus.note_failed", {{"why", error.what()}});
        }
    }
}

Bus::Bus(std::string url, Heard heard)
    : impl_(std::make_unique<Impl>(std::move(url), std::move(heard))) {}

Bus::~Bus() = default;

void Bus::stop() { impl_->stop(); }

void Bus::send(std::vector<std::string> notes) {
    {
        std::lock_guard lock(impl_->mutex);
        if (impl_->ending || impl_->waiting.size() + notes.size() > most_waiting) return;
        std::move(notes.begin(), notes.end(), std::back_inserter(impl_->waiting));
    }
    impl_->bell.ring();
}

}  // namespace horenso
