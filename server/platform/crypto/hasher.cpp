#include "platform/crypto/hasher.hpp"

#include <atomic>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <functional>
#include <optional>

namespace horenso::crypto {
namespace {

namespace asio = boost::asio;

Problem busy() { return {.status = 503, .code = "crypto.busy", .retry_after_s = 2}; }

/// What a call waits for: filled on a thread of the pool, read by the caller afterwards. Shared,
/// because a caller may be destroyed while its password is being hashed.
template <class T>
struct Outcome {
    std::optional<T> value;  ///< empty if the pool was closed first
    std::exception_ptr error;
};

}  // namespace

class Hasher::Pool {
public:
    explicit Pool(Limits limits)
        : free_(std::make_shared<Free::element_type>(limits.threads + limits.queue)),
          threads_(limits.threads) {}

    ~Pool() {
        is_closing_ = true;
        threads_.join();
    }

    /// Runs `make` on a thread of the pool.
    template <class T>
    Task<Result<T>> run(std::function<T()> make) {
        Place const place{free_};
        if (!place.is_taken()) co_return busy();

        auto outcome = std::make_shared<Outcome<T>>();
        std::function<void()> work = [this, outcome, make = std::move(make)] {
            if (is_closing_) return;
            try {
                outcome->value = make();
            } catch (...) {
                outcome->error = std::current_exception();
            }
        };
        co_await on_a_thread(std::move(work));
        if (outcome->error) std::rethrow_exception(outcome->error);
        if (!outcome->value) co_return busy();
        co_return std::move(*outcome->value);
    }

private:
    using Free = std::shared_ptr<std::atomic<std::ptrdiff_t>>;

    /// A place in the pool, held from the call until the caller goes on. The count is shared, because
    /// a caller on a stopped loop may be destroyed after the pool.
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

    Task<> on_a_thread(std::function<void()> work) {
        auto begin = [this](auto handler, std::function<void()> job) {
            auto caller = asio::get_associated_executor(handler);
            auto keep_loop = asio::make_work_guard(caller);
            asio::post(threads_, [job = std::move(job), caller, keep_loop = std::move(keep_loop),
                                  handler = std::move(handler)]() mutable {
                job();
                asio::post(caller, std::move(handler));
            });
        };
        return asio::async_initiate<asio::use_awaitable_t<> const, void()>(
            std::move(begin), asio::use_awaitable, std::move(work));
    }

    Free free_;
    std::atomic<bool> is_closing_ = false;
    asio::thread_pool threads_;
};

Hasher::Hasher(Cost cost) : Hasher(cost, Limits{}) {}
Hasher::Hasher(Cost cost, Limits limits) : cost_(cost), pool_(std::make_unique<Pool>(limits)) {}
Hasher::~Hasher() = default;

Task<Result<std::string>> Hasher::hash(std::string password) {
    return pool_->run<std::string>(
        [password = std::move(password), cost = cost_] { return hash_password(password, cost); });
}

Task<Result<bool>> Hasher::verify(std::string password, std::string stored) {
    return pool_->run<bool>([password = std::move(password), stored = std::move(stored)] {
        return is_password(password, stored);
    });
}

bool Hasher::needs_rehash(std::string const& stored) const {
    return crypto::needs_rehash(stored, cost_);
}

}  // namespace horenso::crypto
