#include "platform/base/together.hpp"

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>
#include <memory>
#include <utility>

namespace horenso {
namespace {

namespace asio = boost::asio;
using Token = asio::use_awaitable_t<>;
using Resume = asio::async_result<Token, void(std::exception_ptr)>::handler_type;

// Held by the tasks alone: if their loop goes away, they go, and with them whoever waits.
struct Meeting {
    Meeting(Resume then, std::size_t count) : resume(std::move(then)), missing(count) {}

    Resume resume;
    std::size_t missing;
    std::exception_ptr first = {};

    void arrive(std::exception_ptr error) {
        if (!first) first = std::move(error);
        if (--missing > 0) return;
        auto const executor = asio::get_associated_executor(resume);
        auto go_on = [then = std::move(resume), error = std::move(first)]() mutable {
            then(error);
        };
        asio::post(executor, std::move(go_on));
    }
};

struct Begin {
    std::vector<Task<>>* tasks;

    void operator()(Resume resume) {
        auto const executor = asio::get_associated_executor(resume);
        auto const meeting = std::make_shared<Meeting>(std::move(resume), tasks->size());
        for (auto& task : *tasks)
            asio::co_spawn(executor, std::move(task), [meeting](std::exception_ptr error) {
                meeting->arrive(std::move(error));
            });
    }
};

}  // namespace

Task<> together(std::vector<Task<>> tasks) {
    if (tasks.empty()) co_return;
    Begin begin{&tasks};
    Token token;
    co_await asio::async_initiate<Token, void(std::exception_ptr)>(begin, token);
}

}  // namespace horenso
