#include "platform/base/pool.hpp"

#include <atomic>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace horenso {
namespace {

namespace asio = boost::asio;
using Free = std::shared_ptr<std::atomic<std::ptrdiff_t>>;

/// A place in the pool, held from the call until the caller goes on. The count is shared, because a
/// caller on a stopped loop may be destroyed after the pool.
class Place {
public:
    explicit Place(Free free) : free_(std::move(free)), is_taken_(--*free_ >= 0) {}
    ~Place() { ++*free_; }
    Place(Place const&) = delete;
    Place& operator=(Place const&) = delete;
    bool is_taken() const { return is_taken_; }

private:
    Free free_;
    bool is_taken_;
};

Task<> on_a_thread(asio::thread_pool& threads, std::function<void()> work) {
    auto begin = [&threads](auto handler, std::function<void()> job) {
        auto caller = asio::get_associated_executor(handler);
        auto keep_loop = asio::make_work_guard(caller);
        asio::post(threads, [job = std::move(job), caller, keep_loop = std::move(keep_loop),
                             handler = std::move(handler)]() mutable {
            job();
            asio::post(caller, std::move(handler));
        });
    };
    return asio::async_initiate<asio::use_awaitable_t<> const, void()>(
        std::move(begin), asio::use_awaitable, std::move(work));
}

}  // namespace

struct Pool::Threads {
    explicit Threads(Limits limits)
        : free(std::make_shared<Free::element_type>(limits.threads + limits.queue)),
          pool(limits.threads) {}

    Free free;
    std::atomic<bool> is_closing = false;
    asio::thread_pool pool;
};

Pool::Pool(Limits limits, std::string busy)
    : threads_(std::make_unique<Threads>(limits)), busy_(std::move(busy)) {}

Pool::~Pool() {
    threads_->is_closing = true;
    threads_->pool.join();
}

Task<std::optional<Problem>> Pool::perform(std::function<void()> work) {
    Problem const busy{.status = 503, .code = busy_, .retry_after_s = 2};
    Place const place{threads_->free};
    if (!place.is_taken()) co_return busy;
    auto ran = std::make_shared<std::atomic<bool>>(false);
    std::function<void()> unless_closing = [&closing = threads_->is_closing, ran,
                                            work = std::move(work)] {
        if (closing) return;
        work();
        *ran = true;
    };
    co_await on_a_thread(threads_->pool, std::move(unless_closing));
    if (!*ran) co_return busy;
    co_return std::nullopt;
}

}  // namespace horenso
