#include "services/jobs/jobs.hpp"

#include <exception>

#include "platform/base/json_writer.hpp"
#include "platform/base/log.hpp"
#include "platform/crypto/token.hpp"
#include "services/jobs/lease.hpp"

namespace horenso::jobs {
namespace {

constexpr int most_at_once = 32;
constexpr std::int64_t error_from = 10;  // attempts

// Never 0, which says that nobody holds the job.
std::int64_t random_token() {
    std::uint64_t token = 0;
    for (auto const byte : crypto::random_bytes(8))
        token = token << 8 | static_cast<unsigned char>(byte);
    return static_cast<std::int64_t>(token >> 1 | 1);
}

}  // namespace

void Jobs::on(std::string kind, Effect effect) {
    handlers_.insert_or_assign(std::move(kind), std::move(effect));
}

void Jobs::on_outside(std::string kind, Outside outside) {
    handlers_.insert_or_assign(std::move(kind), std::move(outside));
}

void Jobs::keep(Job first) { kept_.push_back(std::move(first)); }

void Jobs::start() {
    json::Writer kinds;
    kinds.open_array();
    for (auto const& [kind, handler] : handlers_) kinds.value(kind);
    kinds.close_array();
    kinds_ = kinds.take();
    needs_.loops.at_stop([this] { ending_ = true; });
    needs_.loops.every(0, needs_.pace.period, [this] { look_soon(); });
    needs_.loops.post(0, [this] { look_soon(); });
}

void Jobs::hear(std::vector<Told>& told) {
    auto const is_ours = [](Told const& one) { return one.stream == scheduled(one.stream.org); };
    if (std::erase_if(told, is_ours) > 0) needs_.loops.post(0, [this] { look_soon(); });
}

void Jobs::look_soon() {
    look_again_ = true;
    if (looking_ || ending_) return;
    looking_ = true;
    needs_.loops.spawn(0, "jobs.look", [this] { return look(); });
}

Task<> Jobs::look() {
    std::string trouble;
    try {
        while (look_again_ && !ending_) {
            look_again_ = false;
            if (!kept_.empty()) co_await keep_what_is_kept();
            co_await take();
        }
    } catch (std::exception const& error) {
        trouble = error.what();
    }
    looking_ = false;
    if (!trouble.empty() && can_look_) log::warning("jobs.cannot_look", {{"what", trouble}});
    can_look_ = trouble.empty();
}

Task<> Jobs::keep_what_is_kept() {
    auto write = [this](Tx& tx) -> Result<Done> {
        for (auto const& job : kept_) schedule_at_latest(tx, job);
        return Done{};
    };
    auto const written = co_await needs_.store.write(write);
    if (written) kept_.clear();
}

// Asks before it takes, so that a server with nothing to do writes nothing.
Task<> Jobs::take() {
    Taking const taking{needs_.clock.now(), kinds_, most_at_once - running_, random_token()};
    if (taking.most <= 0) co_return;  // whoever ends looks again
    auto ask = [&](Tx& tx) { return is_any_due(tx, taking); };
    may_be_more_ = false;
    auto const is_due = co_await needs_.store.read(ask);
    if (!is_due || ending_) co_return;
    auto write = [&](Tx& tx) -> Result<std::vector<Leased>> {
        return lease(tx, taking, needs_.pace);
    };
    auto const taken = co_await needs_.store.write(write);
    if (!taken) co_return;  // the store is full or busy, and says so itself
    may_be_more_ = static_cast<int>(taken->size()) == taking.most;
    for (auto const& leased : *taken) {
        ++running_;
        needs_.loops.spawn(0, "jobs.run", [this, leased] { return run(leased); });
    }
}

Task<> Jobs::run(Leased const& leased) {
    auto const& job = leased.job;
    if (leased.was_left)
        log::warning("jobs.taken_over",
                     {{"kind", job.kind}, {"attempt", std::to_string(leased.attempts)}});
    co_await attempt(leased);
    --running_;
    if (running_ == 0 || may_be_more_) look_soon();
}

// What can't be noted ends with the lease.
Task<> Jobs::attempt(Leased const& leased) {
    std::string code;
    std::string what;
    try {
        auto const done = co_await perform(leased);
        if (done) co_return;
        code = done.problem().code;
    } catch (std::exception const& error) {
        code = "jobs.threw";
        what = error.what();
    }
    log::write(leased.attempts < error_from ? log::Level::warning : log::Level::error,
               "jobs.failed",
               {{"kind", leased.job.kind},
                {"organisation", std::to_string(leased.job.org.value)},
                {"key", leased.job.key},
                {"attempt", std::to_string(leased.attempts)},
                {"code", code},
                {"what", what}});
    auto note = [&](Tx& tx) -> Result<Done> {
        give_back(tx, leased, code, needs_.pace);
        return Done{};
    };
    try {
        auto const noted = co_await needs_.store.write(note);
        if (!noted) co_return;  // the store says so itself
    } catch (std::exception const& error) {
        log::warning("jobs.not_noted", {{"what", error.what()}});
    }
}

Task<Result<Done>> Jobs::perform(Leased const& leased) {
    auto const& handler = handlers_.find(leased.job.kind)->second;
    if (auto const* effect = std::get_if<Effect>(&handler)) {
        auto carry = [&](Tx& tx) { return carry_out(tx, leased, *effect); };
        co_return co_await needs_.store.write(carry);
    }
    auto work = std::get<Outside>(handler)(leased.job);
    auto const next = co_await std::move(work);
    if (!next) co_return next.problem();
    auto end = [&](Tx& tx) -> Result<Done> {
        finish(tx, leased, *next);
        return Done{};
    };
    co_return co_await needs_.store.write(end);
}

}  // namespace horenso::jobs
