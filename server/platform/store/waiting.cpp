#include "platform/store/waiting.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace horenso {
namespace {

namespace asio = boost::asio;
using Resume = asio::async_result<asio::use_awaitable_t<>, void()>::handler_type;

struct WaitingJob : Job {
    using Job::Job;
    asio::any_io_executor executor;  // tracked: the loop runs on while somebody waits
    std::optional<Resume> resume;    // owns the coroutine, and so this job
};

WaitingJob& waiting(Job& job) { return static_cast<WaitingJob&>(job); }

// The completion of several jobs of one executor.
class Answers {
public:
    explicit Answers(JobList jobs) : jobs_(std::move(jobs)) {}
    Answers(Answers&&) = default;
    Answers& operator=(Answers&&) = delete;
    ~Answers() {
        while (!jobs_.empty()) take();  // never run: the loop is gone, the coroutines go too
    }

    void operator()() {
        while (!jobs_.empty()) {
            auto executor = waiting(*jobs_.first()).executor;
            try {
                auto resume = take();
                resume();
            } catch (...) {  // from whoever started the coroutine; the others must not pay for it
                if (!jobs_.empty()) asio::post(executor, Answers(std::move(jobs_)));
                throw;
            }
        }
    }

private:
    Resume take() { return std::move(*waiting(jobs_.pop()).resume); }

    JobList jobs_;
};

struct Enter {
    JobQueue* queue;
    WaitingJob* job;

    void operator()(Resume resume) {
        auto executor = asio::get_associated_executor(resume);
        job->executor = asio::prefer(executor, asio::execution::outstanding_work.tracked);
        job->resume.emplace(std::move(resume));
        if (queue->put(*job)) return;  // from here on another thread may end it
        job->refused = Problem{.status = 503, .code = "store.busy", .retry_after_s = 1};
        JobList alone;
        alone.push(*job);
        answer(std::move(alone));
    }
};

}  // namespace

Task<std::optional<Problem>> pass_through(JobQueue& queue, Job::Mode mode, Work& work) {
    WaitingJob job{mode, work};
    Enter enter{&queue, &job};
    asio::use_awaitable_t<> token;
    co_await asio::async_initiate<asio::use_awaitable_t<>, void()>(enter, token);
    if (job.error) std::rethrow_exception(job.error);
    co_return std::move(job.refused);
}

void answer(JobList jobs) {
    while (!jobs.empty()) {
        JobList others;
        JobList same;
        auto executor = waiting(*jobs.first()).executor;
        while (!jobs.empty()) {
            auto& job = waiting(jobs.pop());
            (job.executor == executor ? same : others).push(job);
        }
        asio::post(executor, Answers(std::move(same)));
        jobs = std::move(others);
    }
}

}  // namespace horenso
