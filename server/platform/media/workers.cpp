#include "platform/media/workers.hpp"

#include <unistd.h>

#include <mutex>
#include <set>

#include "platform/base/log.hpp"
#include "platform/media/frame.hpp"
#include "platform/media/run.hpp"

namespace horenso::media {

/// Whose jobs wait or are under way.
struct Workers::AtWork {
    std::mutex mutex;
    std::set<std::string> whose;
};

namespace {

constexpr std::string_view jpeg_begins = "\xff\xd8\xff";

/// Somebody's turn, held until the caller goes on.
template <class AtWork>
class Turn {
public:
    Turn(std::shared_ptr<AtWork> of, std::string whose)
        : of_(std::move(of)), whose_(std::move(whose)) {
        std::lock_guard const lock{of_->mutex};
        is_mine_ = of_->whose.insert(whose_).second;
    }
    ~Turn() {
        if (!is_mine_) return;
        std::lock_guard const lock{of_->mutex};
        of_->whose.erase(whose_);
    }
    Turn(Turn const&) = delete;
    Turn& operator=(Turn const&) = delete;
    bool is_mine() const { return is_mine_; }

private:
    std::shared_ptr<AtWork> of_;
    std::string whose_;
    bool is_mine_ = false;
};

bool is_picture(std::string const& bytes) {
    return bytes.starts_with(jpeg_begins) && bytes.size() <= largest_made;
}

Problem refusal(Outcome outcome) {
    if (outcome == Outcome::unknown_kind) return {.status = 422, .code = "media.not_a_picture"};
    if (outcome == Outcome::too_large) return {.status = 422, .code = "media.too_many_pixels"};
    return {.status = 422, .code = "media.broken"};
}

/// What a worker sent may be anything, should a picture have got the better of it.
Result<Portrait> portrait_in(std::string const& sent) {
    auto answer = read_answer(sent);
    if (answer && answer->outcome != Outcome::done) return refusal(answer->outcome);
    if (!answer || answer->parts.size() != 2 || !is_picture(answer->parts[0]) ||
        !is_picture(answer->parts[1])) {
        log::warning("media.strange_answer", {});
        return refusal(Outcome::unreadable);
    }
    return Portrait{std::move(answer->parts[0]), std::move(answer->parts[1])};
}

Result<Portrait> made(Work const& work) {
    auto const ran = run(work);
    if (ran.end == Ran::End::missing) {
        log::error("media.missing", {{"program", work.program.string()}, {"why", ran.why}});
        return Problem{.status = 503, .code = "media.missing"};
    }
    if (ran.end == Ran::End::answered) return portrait_in(ran.sent);
    if (ran.end == Ran::End::late) {
        log::warning("media.job_late", {});
        return Problem{.status = 503, .code = "media.took_too_long"};
    }
    log::warning("media.job_lost", {{"why", ran.why}});
    return refusal(Outcome::unreadable);
}

}  // namespace

Workers::Workers(std::filesystem::path program, Limits limits)
    : program_(std::move(program)),
      deadline_(limits.deadline),
      at_work_(std::make_shared<AtWork>()),
      pool_(limits.pool, "media.busy") {}

bool Workers::is_there() const { return ::access(program_.c_str(), X_OK) == 0; }

Task<Result<Portrait>> Workers::portrait(std::string whose, std::string bytes) {
    if (bytes.size() > largest_picture) co_return Problem{.status = 413, .code = "media.too_large"};
    Turn<AtWork> const turn{at_work_, std::move(whose)};
    if (!turn.is_mine())
        co_return Problem{.status = 429, .code = "media.one_at_a_time", .retry_after_s = 2};
    Work work{program_, "portrait", std::move(bytes), deadline_};
    std::function<Result<Portrait>()> make = [work = std::move(work)] { return made(work); };
    auto done = co_await pool_.run(std::move(make));
    if (!done) co_return done.problem();
    co_return *std::move(done);
}

std::filesystem::path beside_this_program() {
    return std::filesystem::read_symlink("/proc/self/exe").parent_path() / "horenso-media";
}

}  // namespace horenso::media
