// Who is asking, and the end of sessions. Ways in stand in sign_in.cpp, cards in cards.cpp, one's own
// settings in own_account.cpp.
#include "services/access/access.hpp"

#include "services/access/sessions.hpp"

namespace horenso::access {
namespace {

constexpr std::chrono::hours touch_period{1};

Problem signed_out() { return {.status = 401, .code = "access.signed_out"}; }

}  // namespace

Access::Access(Needs needs) : needs_(needs), cache_(std::make_unique<Cache>(needs.loops)) {}
Access::~Access() = default;

Task<Result<Viewer>> Access::identify(std::string token) {
    auto const now = needs_.clock.steady();
    if (auto known = cache_->find(token, now)) co_return *known;
    auto const generation = cache_->generation();
    auto viewer = co_await read_session(token);
    if (viewer) cache_->remember(token, *viewer, now, generation);
    co_return viewer;
}

Task<Result<Viewer>> Access::read_session(std::string text) {
    auto const token = Token::parse(text);
    if (!token) co_return signed_out();
    auto const now = needs_.clock.now();
    auto read = [&](Tx& tx) { return find_session(tx, *token, now); };
    auto const found = co_await needs_.store.read(read);
    if (!found) co_return signed_out();
    if (now >= found->last_seen + touch_period) {
        auto touch = [&](Tx& tx) -> Result<Done> {
            touch_session(tx, *token, now);
            return Done{};
        };
        auto const touched = co_await needs_.store.write(touch);
        (void)touched;  // a full disk keeps nobody out
    }
    Viewer viewer;
    viewer.org = token->org;
    viewer.person = found->person;
    viewer.session = token->session;
    co_return viewer;
}

void Access::forget(OrgId org, PersonId person, SessionId session) {
    cache_->forget(org, person, session);
}

Task<Result<Done>> Access::sign_out(Viewer const& viewer) {
    auto end = [&](Tx& tx) -> Result<Done> {
        end_session(tx, viewer.org, viewer.person, viewer.session);
        return Done{};
    };
    co_return co_await needs_.store.write(end);
}

}  // namespace horenso::access
