// One request and its reply.
#include <exception>
#include <type_traits>

#include "platform/base/log.hpp"
#include "platform/net/handshake.hpp"
#include "platform/net/http_connection.hpp"
#include "platform/net/percent.hpp"
#include "platform/net/reply_head.hpp"
#include "platform/net/socket_connection.hpp"
#include "platform/store/store.hpp"

namespace horenso::net {
namespace {

Problem failed(Request const& request, Route const& route, char const* what) {
    log::error("net.request_failed", {{"request", request.request_id},
                                      {"method", std::string{name_of(request.method)}},
                                      {"route", route.pattern},
                                      {"what", what}});
    return {.status = 500, .code = "net.internal"};
}

/// Runs a handler; what it throws becomes the Problem a person may see.
template <class Answer>
auto guarded(Answer const& answer, Request& request, Route const& route)
    -> Task<typename std::invoke_result_t<Answer const&, Request&>::value_type> {
    try {
        co_return co_await answer(request);
    } catch (Store::Busy const&) {
        co_return Problem{.status = 503, .code = "net.busy", .retry_after_s = 1};
    } catch (std::exception const& error) {
        co_return failed(request, route, error.what());
    } catch (...) {
        co_return failed(request, route, "something that is no std::exception");
    }
}

}  // namespace

struct HttpConnection::Exchange {
    Head head;
    std::size_t body_left = 0;  // bytes of the body that are still on their way
    Route const* route = nullptr;
    Moment began = std::chrono::steady_clock::now();
};

Reply HttpConnection::refusal(Problem const& problem, std::string const& request_id) const {
    Reply reply{.status = problem.status,
                .content_type = "application/problem+json",
                .body = hub_->catalogue().problem_json(problem, request_id)};
    if (problem.retry_after_s)
        reply.headers.emplace_back("Retry-After", std::to_string(*problem.retry_after_s));
    // Its cookies stay: by them it is known when it comes again.
    if (problem.empties_browser)
        reply.headers.emplace_back("Clear-Site-Data", R"("cache", "storage")");
    if (problem.status == 426) {
        reply.headers.emplace_back("Upgrade", "websocket");
        reply.headers.emplace_back("Sec-WebSocket-Version", "13");
    }
    return reply;
}

Reply HttpConnection::wrong_path(Router::Match const& match, std::string const& request_id) const {
    if (match.allowed.empty()) return refusal({.status = 404, .code = "net.not_found"}, request_id);
    std::string allow;
    for (auto method : match.allowed) {
        allow.append(allow.empty() ? "" : ", ").append(name_of(method));
        if (method == Method::get) allow.append(", HEAD");
    }
    auto reply = refusal({.status = 405, .code = "net.wrong_method"}, request_id);
    reply.headers.emplace_back("Allow", std::move(allow));
    return reply;
}

/// The same page by TLS; browsers keep what stands behind '#'.
Reply HttpConnection::lead_to_tls(Request const& request) {
    auto where = request.origin + percent_encoded(request.path);
    if (!request.query.empty()) where += '?' + request.query;
    return {.status = 308, .headers = {{"Location", std::move(where)}}};
}

Task<> HttpConnection::refuse_and_end(Problem problem) {
    expired_ = false;
    unread_ = true;
    auto const id = hub_->new_request_id();
    auto const reply = refusal(problem, id);
    ReplySetting const setting{.date = hub_->date(),
                               .request_id = id,
                               .keep_alive = false,
                               .secure = transport_.is_secure()};
    auto const head = reply_head(reply, setting);
    co_await send_all(head, reply.body);
}

Task<bool> HttpConnection::exchange(std::size_t head_bytes) {
    auto head = read_head(std::string_view{input_}.substr(0, head_bytes));
    if (!head) {
        co_await refuse_and_end(head.problem());
        co_return false;
    }
    input_.erase(0, head_bytes);
    Exchange now{.head = std::move(*head)};
    now.body_left = now.head.content_length;
    now.head.request.request_id = hub_->new_request_id();
    now.head.request.remote = remote_of(*site_, now.head, remote_);
    now.head.request.origin = origin_of(*site_, now.head);

    auto reply = co_await answer(now);
    if (!reply) co_return false;
    co_return co_await send_reply(now, std::move(*reply));
}

/// Nothing: the connection is over, or a WebSocket now.
Task<std::optional<Reply>> HttpConnection::answer(Exchange& now) {
    auto& request = now.head.request;
    if (auto problem = refuse_foreign(*site_, now.head))
        co_return refusal(*problem, request.request_id);

    auto match = site_->router->find(request.method, request.path);
    if (!match.route && site_->line == Site::Line::before_tls) co_return lead_to_tls(request);
    if (!match.route) co_return wrong_path(match, request.request_id);
    now.route = match.route;
    request.path_parameters = std::move(match.parameters);
    if (auto problem = refuse_body(*now.route, now.head))
        co_return refusal(*problem, request.request_id);

    auto const* handler = std::get_if<Handler>(&now.route->answer);
    if (!handler) co_return co_await upgrade(now);
    // Before a large body is taken; a usual one is read first, so that the connection goes on.
    bool const is_large = now.body_left > Route::usual_body;
    if (is_large)
        if (auto refused = co_await refuse_unadmitted(now)) co_return std::move(refused);
    auto const whole = co_await read_body(now);
    if (!whole) co_return std::nullopt;
    if (!is_large)
        if (auto refused = co_await refuse_unadmitted(now)) co_return std::move(refused);

    enter_phase(Phase::handler);
    auto result = co_await guarded(*handler, request, *now.route);
    if (result) co_return std::move(*result);
    co_return refusal(result.problem(), request.request_id);
}

Task<std::optional<Reply>> HttpConnection::refuse_unadmitted(Exchange& now) {
    if (!now.route->admit) co_return std::nullopt;
    auto& request = now.head.request;
    enter_phase(Phase::handler);
    auto const admitted = co_await guarded(now.route->admit, request, *now.route);
    if (admitted) co_return std::nullopt;
    co_return refusal(admitted.problem(), request.request_id);
}

Task<bool> HttpConnection::read_body(Exchange& now) {
    if (now.body_left == 0) co_return true;
    auto const size = now.body_left;
    if (now.head.expects_continue && input_.size() < size) {
        auto const sent = co_await send_all("HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!sent) co_return false;
    }
    enter_phase(Phase::body, size);
    while (input_.size() < size) {
        auto const more = co_await receive_more();
        if (more) continue;
        if (expired_) {
            Problem const too_slow{.status = 408, .code = "net.too_slow"};
            co_await refuse_and_end(too_slow);
        }
        co_return false;
    }
    now.head.request.body = input_.substr(0, size);
    input_.erase(0, size);
    now.body_left = 0;
    co_return true;
}

Task<std::optional<Reply>> HttpConnection::upgrade(Exchange& now) {
    auto& request = now.head.request;
    auto const& id = request.request_id;
    if (!now.head.asks_upgrade) {
        Problem const plain{.status = 426, .code = "net.upgrade_required"};
        co_return refusal(plain, id);
    }
    if (now.body_left > 0) {
        Problem const with_body{.status = 400, .code = "net.bad_handshake"};
        co_return refusal(with_body, id);
    }
    auto const agreed = shake_hands(request);
    if (!agreed) co_return refusal(agreed.problem(), id);

    enter_phase(Phase::handler);
    auto const& open = std::get<Upgrade>(now.route->answer);
    auto user = co_await guarded(open, request, *now.route);
    if (!user) co_return refusal(user.problem(), id);
    auto const sent = co_await send_all(*agreed, {});
    if (!sent) co_return std::nullopt;

    moved_out_ = true;
    auto socket = std::make_shared<SocketConnection>(hub_, std::move(transport_), std::move(seat_),
                                                     std::move(*user));
    socket->open(std::move(input_));
    co_return std::nullopt;
}

/// A body that was refused unread: takes what has come of it, so that a small one costs no connection.
void HttpConnection::skip_body(Exchange& now) {
    auto const here = std::min(now.body_left, input_.size());
    input_.erase(0, here);
    now.body_left -= here;
    if (now.body_left > 0) unread_ = true;
}

Task<bool> HttpConnection::send_reply(Exchange& now, Reply reply) {
    auto const& request = now.head.request;
    skip_body(now);
    bool const again = now.head.keep_alive && !draining_ && !unread_;
    ReplySetting const setting{.date = hub_->date(),
                               .request_id = request.request_id,
                               .keep_alive = again,
                               .secure = transport_.is_secure()};
    std::string head;
    try {
        head = reply_head(reply, setting);
    } catch (std::exception const& error) {
        static Route const nowhere{};
        reply = refusal(failed(request, now.route ? *now.route : nowhere, error.what()),
                        request.request_id);
        head = reply_head(reply, setting);
    }
    auto const body = now.head.without_body ? std::string_view{} : body_of(reply);
    if (log::is_on(log::Level::debug)) {
        auto const took = std::chrono::steady_clock::now() - now.began;
        auto const us = std::chrono::duration_cast<std::chrono::microseconds>(took).count();
        log::write(log::Level::debug, "net.request",
                   {{"request", request.request_id},
                    {"method", std::string{name_of(request.method)}},
                    {"route", now.route ? now.route->pattern : ""},
                    {"status", std::to_string(reply.status)},
                    {"us", std::to_string(us)}});
    }
    auto const sent = co_await send_all(head, body);
    co_return sent&& again;
}

}  // namespace horenso::net
