// Who is asking, and the end of sessions. Ways in stand in sign_in.cpp, cards in cards.cpp, one's own
// settings in own_account.cpp, whose device a session is on in devices.cpp.
#include "services/access/access.hpp"

#include "services/access/revocations.hpp"
#include "services/access/sessions.hpp"
#include "services/access/shared_watch.hpp"

namespace horenso::access {
namespace {

Problem signed_out() { return {.status = 401, .code = "access.signed_out"}; }

std::optional<Viewer> viewer_of(Token const& token, std::optional<Found> const& found) {
    if (!found) return std::nullopt;
    Viewer viewer;
    viewer.org = token.org;
    viewer.person = found->person;
    viewer.session = token.session;
    viewer.device = found->device;
    return viewer;
}

}  // namespace

Access::Access(Needs needs) : needs_(needs), cache_(std::make_unique<Cache>(needs.loops)) {}
Access::~Access() = default;

Task<Result<Viewer>> Access::identify(std::string text, Use use) {
    if (!is_current()) co_return Problem{.status = 503, .code = "access.blind", .retry_after_s = 1};
    Cache::Asked const asked{needs_.clock.steady(), needs_.clock.now(), use};
    if (auto known = cache_->find(text, asked)) co_return *known;
    auto const generation = cache_->generation();
    auto const token = Token::parse(text);
    if (!token) co_return signed_out();
    auto read = [&](Tx& tx) { return find_session(tx, *token, asked.now); };
    auto found = co_await needs_.store.read(read);
    auto const viewer = viewer_of(*token, found);
    if (!viewer) co_return signed_out();
    if (is_worth_noting(use, found->device, found->last_seen, asked.now)) {
        auto touch = [&](Tx& tx) -> Result<Done> {
            touch_session(tx, *token, asked.now);
            return Done{};
        };
        auto const touched = co_await needs_.store.write(touch);
        (void)touched;  // a full disk keeps nobody out
        found->last_seen = asked.now;
    }
    cache_->remember(text, *viewer, found->last_seen, asked.at, generation);
    co_return *viewer;
}

void Access::forget(OrgId org, PersonId person, SessionId session) {
    cache_->forget(org, person, session);
}

Task<Result<Done>> Access::sign_out(Viewer const& viewer) {
    auto end = [&](Tx& tx) -> Result<Done> {
        if (end_session(tx, viewer.org, viewer.person, viewer.session) == 0) return Done{};
        audit::record(tx, needs_.clock.now(),
                      {.org = viewer.org,
                       .actor = actor_of(viewer),
                       .action = audit::Action::signed_out,
                       .subject = subject_of(viewer.person)});
        return Done{};
    };
    co_return co_await needs_.store.write(end);
}

}  // namespace horenso::access
