#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"
#include "services/access/access.hpp"
#include "services/access/session_reply.hpp"
#include "services/access/sign_in_rules.hpp"

namespace horenso::access {
namespace {

struct RulesBody {
    std::int64_t password_days = 0;
    bool second_for_administrators = false;
    std::string login_form;
    bool pattern_passwords = false;
};
BOOST_DESCRIBE_STRUCT(RulesBody, (),
                      (password_days, second_for_administrators, login_form, pattern_passwords))

std::string rules_json(SignInRules const& rules) {
    json::Writer out;
    out.open_object()
        .field("password_days", rules.password_days)
        .field("second_for_administrators", rules.second_for_administrators)
        .field("login_form", directory::word_of(rules.login_form))
        .field("pattern_passwords", rules.pattern_passwords)
        .close_object();
    return out.take();
}

Task<Result<net::Reply>> get_rules(SignInRuleBook& book, Viewer const& viewer, net::Request&) {
    auto const rules = co_await book.rules(viewer);
    if (!rules) co_return rules.problem();
    co_return net::ok(rules_json(*rules));
}

Task<Result<net::Reply>> set_rules(SignInRuleBook& book, Viewer const& viewer,
                                   net::Request& request) {
    auto const body = request.json<RulesBody>();
    if (!body) co_return body.problem();
    auto const form = directory::login_form(body->login_form);
    if (!form)
        co_return Problem{.status = 422,
                          .code = "json.bad_fields",
                          .fields = {{.path = "login_form", .code = "access.unknown_word"}}};
    SignInRules const rules{body->password_days, body->second_for_administrators, *form,
                            body->pattern_passwords};
    auto const done = co_await book.set(viewer, rules);
    if (!done) co_return done.problem();
    co_return net::no_content();
}

Task<Result<net::Reply>> issue_first(SignInRuleBook& book, Viewer const& viewer,
                                     net::Request& request) {
    auto proof = proof_in(request);
    if (!proof) co_return proof.problem();
    auto const person = request.id<PersonId>("person");
    auto const first = co_await book.issue_first(viewer, person, *std::move(proof));
    if (!first) co_return first.problem();
    json::Writer out;
    out.open_object().key("person").raw(directory::person_json(first->person));
    out.field("password", first->password).field("expires_at", first->expires_at.ms).close_object();
    co_return net::created(out.take());
}

}  // namespace

void add_routes(net::Router& router, Door const& door, SignInRuleBook& book) {
    using enum net::Method;
    auto permitted =
        [&](Task<Result<net::Reply>> (*answer)(SignInRuleBook&, Viewer const&, net::Request&)) {
            return door.member(
                [&book, answer](Viewer const& v, net::Request& r) { return answer(book, v, r); });
        };
    router.add({get, "/api/v1/access/sign-in-rules", "permission sign_in", permitted(get_rules)});
    router.add({put, "/api/v1/access/sign-in-rules", "permission sign_in", permitted(set_rules)});
    router.add({post, "/api/v1/directory/people/{person}/first-password", "permission sign_in",
                permitted(issue_first)});
}

}  // namespace horenso::access
