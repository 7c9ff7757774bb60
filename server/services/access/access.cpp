// Who is asking, and the end of sessions. Ways in stand in sign_in.cpp, cards in cards.cpp, one's own
// settings in own_account.cpp, whose device a session is on in devices.cpp.
#include "services/access/access.hpp"

#include "services/access/known.hpp"
#include "services/access/opening.hpp"
#include "services/access/revocations.hpp"
#include "services/access/sessions.hpp"
#include "services/access/shared_watch.hpp"
#include "services/access/sign_in_rules.hpp"

namespace horenso::access {
namespace {

Problem signed_out() { return {.status = 401, .code = "access.signed_out"}; }

/// The browser is told to delete what it keeps of us.
Problem device_lost() {
    return {.status = 401, .code = "access.device_lost", .clause = "3.7", .empties_browser = true};
}

bool is_approved(Tx& tx, OrgId org, DeviceId device) {
    auto const known = find_known(tx, org, device);
    return !known || known->is_approved;
}

}  // namespace

/// Somebody who may come in, and what is to be noted of it.
struct Access::LetIn {
    Token token;
    Found found;
    Viewer viewer;
    bool owes_second = false;  ///< so it is looked at anew each time, until they have one
};

Access::Access(Needs needs) : needs_(needs), cache_(std::make_unique<Cache>(needs.loops)) {}
Access::~Access() = default;

Result<Access::LetIn> Access::let_in(Tx& tx, Knock const& knock, Instant now) const {
    auto token = Token::parse(knock.token);
    auto const found = token ? find_session(tx, *token, now) : std::nullopt;
    if (!found) return is_lost(tx, knock.device) ? device_lost() : signed_out();
    Viewer viewer{token->org, found->person, token->id, found->device};
    if (knock.use == Use::leaving) return LetIn{*std::move(token), *found, viewer};
    bool const approved = is_approved(tx, viewer.org, found->on);
    if (!approved && rules_by(needs_.rules, tx, viewer.org).asks_first)
        return Problem{.status = 403, .code = "access.device_waits", .clause = "3.6"};
    auto const place = place_of(tx, viewer.org, needs_.rules,
                                trusted_class(found->device, approved), knock.address);
    if (!place.allowed.sign_in)
        return Problem{.status = 403, .code = "access.not_from_here", .clause = "3.4"};
    viewer.network = place.network;
    viewer.may_download = place.allowed.download;
    bool const is_by_pin = Opening{found->by}.is_by_pin();
    bool const owes_second = owes_second_factor(tx, viewer.org, viewer.person);
    viewer.may_administer = place.allowed.administration && !is_by_pin && !owes_second;
    return LetIn{*std::move(token), *found, viewer, owes_second};
}

Task<Result<Viewer>> Access::identify(Knock knock) {
    if (!is_current()) co_return Problem{.status = 503, .code = "access.blind", .retry_after_s = 1};
    Cache::Asked const asked{needs_.clock.steady(), needs_.clock.now(), knock.use, knock.address};
    if (auto known = cache_->find(knock.token, asked)) co_return *known;
    if (knock.token.empty() && knock.device.empty()) co_return signed_out();
    auto const generation = cache_->generation();
    auto read = [&](Tx& tx) { return let_in(tx, knock, asked.now); };
    auto const in = co_await needs_.store.read(read);
    if (!in) {
        if (in.problem().empties_browser) co_await note_shown_up(knock.device);
        co_return in.problem();
    }
    auto last_seen = in->found.last_seen;
    if (is_worth_noting(knock.use, in->viewer.device, last_seen, asked.now)) {
        auto touch = [&](Tx& tx) -> Result<Done> {
            touch_session(tx, in->token, asked.now);
            touch_device(tx, in->viewer.org, in->found.on, in->viewer.network, asked.now);
            return Done{};
        };
        auto const touched = co_await needs_.store.write(touch);
        (void)touched;  // a full disk keeps nobody out
        last_seen = asked.now;
    }
    Cache::Known const known{in->viewer, last_seen};
    if (knock.use != Use::leaving && !in->owes_second)
        cache_->remember(knock.token, known, asked, generation);
    co_return in->viewer;
}

Task<> Access::note_shown_up(std::string const& device) const {
    auto note = [&](Tx& tx) -> Result<Done> {
        access::note_shown_up(tx, device, needs_.clock.now());
        return Done{};
    };
    auto const noted = co_await needs_.store.write(note);
    (void)noted;  // a full disk: it shows up again
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
