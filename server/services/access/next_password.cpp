// A password that is good no more but for choosing the next one: it is over (clause 7.2), or it was the first, which
// others can guess (clause 7.1). The next one comes along with it, so that nothing is kept between two steps.
#include <array>

#include "platform/crypto/hasher.hpp"
#include "services/access/known_login.hpp"
#include "services/access/pin_places.hpp"
#include "services/access/sessions.hpp"
#include "services/access/sign_in_rules.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

constexpr std::array in_order{WhichPassword::own, WhichPassword::first};

}  // namespace

Task<Result<WhichPassword>> Access::match(KnownLogin const& known, std::string const& typed) {
    if (!known.has_any()) {  // take as long as if there were one
        auto password = typed;
        auto const wasted = co_await needs_.hasher.hash(std::move(password));
        if (!wasted) co_return wasted.problem();
        co_return WhichPassword::none;
    }
    for (auto const which : in_order) {
        auto kept = which == WhichPassword::own ? known.hash : known.first;
        if (kept.empty()) continue;
        auto password = typed;
        auto const right = co_await needs_.hasher.verify(std::move(password), std::move(kept));
        if (!right) co_return right.problem();
        if (*right) co_return which;
    }
    co_return WhichPassword::none;
}

/// Gives the hash of what was chosen.
Task<Result<std::string>> Access::choose_next(KnownLogin const& known, WhichPassword which,
                                              std::string next) {
    if (next.empty()) {
        if (which == WhichPassword::first)
            co_return Problem{.status = 401, .code = "access.first_password", .clause = "7.1"};
        co_return Problem{.status = 401, .code = "access.password_over", .clause = "7.2"};
    }
    if (auto refused = refuse_password(next, known.owner)) co_return *std::move(refused);
    auto const same = co_await match(known, next);
    if (!same) co_return same.problem();
    if (*same != WhichPassword::none)
        co_return Problem{.status = 422, .code = "access.same_password"};
    co_return co_await needs_.hasher.hash(std::move(next));
}

Result<SignedIn> Access::open_with_next(Tx& tx, KnownLogin const& known, std::string const& hash,
                                        Arrival const& arrival) const {
    auto const org = known.org;
    auto const person = known.person;
    bool const is_first = !known.first.empty();
    if (is_first && !use_first_password(tx, org, person, known.first))
        return Problem{.status = 401, .code = "access.bad_password"};  // used meanwhile
    if (!is_still_password(tx, org, person, known.hash))
        return Problem{.status = 409, .code = "access.password_changed_elsewhere"};
    auto const now = needs_.clock.now();
    auto const ended = write_password(tx, {org, person, SessionId{}}, hash);
    auto in = open_session(tx, org, person, arrival, "password");
    if (in) record_password(tx, {org, person, SessionId{}}, ended, now);
    return in;
}

}  // namespace horenso::access
