#include "platform/net/loops.hpp"

#include <pthread.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <string>
#include <thread>

#include "platform/base/log.hpp"
#include "platform/net/loops_impl.hpp"

namespace horenso::net {
namespace {

using namespace std::chrono_literals;
namespace asio = boost::asio;

constexpr auto patience = 10s;
thread_local int this_loop = -1;

/// A timer that rings again and again and keeps itself alive by its own handler.
struct Ticker : std::enable_shared_from_this<Ticker> {
    Ticker(asio::io_context& context, std::chrono::milliseconds every, std::function<void()> todo)
        : timer(context), period(every), work(std::move(todo)) {}

    void wait() {
        timer.expires_after(period);
        timer.async_wait([self = shared_from_this()](boost::system::error_code error) {
            if (error) return;
            self->wait();  // first, so that a throwing `work` is called again
            self->work();
        });
    }

    asio::steady_timer timer;
    std::chrono::milliseconds period;
    std::function<void()> work;
};

// `work` lives in this frame because the coroutine it makes may refer to what it captured.
Task<> counted(std::shared_ptr<Loops::Impl::Work> /*held*/, std::string_view name,
               std::function<Task<>()> work) {
    try {
        co_await work();
    } catch (std::exception const& error) {
        log::error("net.task_failed", {{"task", std::string{name}}, {"what", error.what()}});
    }
}

}  // namespace

Loops::Impl::Impl(int count) {
    if (count <= 0) count = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    for (int i = 0; i < count; ++i) loops.push_back(std::make_unique<Loop>());
}

void Loops::Impl::run_one(int loop) {
    this_loop = loop;
    for (;;) {
        try {
            context(loop).run();
            break;
        } catch (std::exception const& error) {
            log::error("net.work_failed", {{"what", error.what()}});
        }
    }
    this_loop = -1;
}

void Loops::Impl::begin_end() {
    if (std::exchange(ending, true)) return;
    std::vector<std::function<void()>> last;
    {
        std::lock_guard lock{hooks_mutex};
        last.swap(hooks);
    }
    for (auto const& hook : last) asio::post(context(0), hook);
    auto const latest = std::chrono::steady_clock::now() + patience;
    asio::post(context(0), [this, latest] { end_when_done(latest); });
}

void Loops::Impl::end_when_done(std::chrono::steady_clock::time_point latest) {
    if (under_way > 0 && std::chrono::steady_clock::now() < latest) {
        auto timer = std::make_shared<asio::steady_timer>(context(0), 5ms);
        timer->async_wait(
            [this, latest, timer](boost::system::error_code) { end_when_done(latest); });
        return;
    }
    if (under_way > 0) log::error("net.left_running", {{"count", std::to_string(under_way)}});
    for (auto const& loop : loops) loop->context.stop();
}

Loops::Loops(int count) : impl_(std::make_unique<Impl>(count)) {}
Loops::~Loops() = default;

int Loops::size() const { return static_cast<int>(impl_->loops.size()); }

int Loops::current() { return this_loop; }

void Loops::post(int loop, std::function<void()> work) {
    asio::post(impl_->context(loop), std::move(work));
}

void Loops::every(int loop, std::chrono::milliseconds period, std::function<void()> work) {
    auto ticker = std::make_shared<Ticker>(impl_->context(loop), period, std::move(work));
    asio::post(impl_->context(loop), [ticker] { ticker->wait(); });
}

void Loops::spawn(int loop, std::string_view name, std::function<Task<>()> work) {
    auto held = std::make_shared<Impl::Work>(*impl_);
    asio::co_spawn(impl_->context(loop), counted(std::move(held), name, std::move(work)),
                   asio::detached);
}

void Loops::at_stop(std::function<void()> work) {
    std::lock_guard lock{impl_->hooks_mutex};
    impl_->hooks.push_back(std::move(work));
}

void Loops::run() {
    std::vector<std::jthread> threads;
    for (int i = 1; i < size(); ++i) {
        threads.emplace_back([this, i] { impl_->run_one(i); });
        pthread_setname_np(threads.back().native_handle(), ("loop-" + std::to_string(i)).c_str());
    }
    impl_->run_one(0);
}

void Loops::stop() {
    asio::post(impl_->context(0), [this] { impl_->begin_end(); });
}

}  // namespace horenso::net
