#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/net/gate.hpp"
#include "platform/net/head.hpp"
#include "platform/net/hub.hpp"
#include "platform/net/transport.hpp"

namespace horenso::net {

/// A connection that speaks HTTP: one request after the other until it ends or becomes a WebSocket.
class HttpConnection final : public Guest {
public:
    /// What the connection begins with.
    struct Start {
        std::shared_ptr<Hub> hub;
        std::shared_ptr<Listener const> listener;
        std::shared_ptr<TlsSetting const> tls;  ///< none: plain HTTP
        Transport transport;
        std::unique_ptr<Seat> seat;
        std::string remote;
    };
    explicit HttpConnection(Start start);
    ~HttpConnection();

    Task<> run();

    void sweep(Moment now) override;
    void drain() override;

private:
    enum class Phase { idle, head, body, handler, reply };
    struct Exchange;  // one request and what is known about it

    void enter_phase(Phase phase, std::size_t bytes = 0);
    Task<bool> secure();
    Task<bool> wait_for(Transport::Direction direction);
    bool is_last_look() const { return draining_ && phase_ == Phase::idle; }
    Task<bool> receive_more();
    Task<bool> send_all(std::string_view head, std::string_view body);
    Task<> linger();

    Task<std::optional<std::size_t>> wait_for_head();
    Task<bool> exchange(std::size_t head_bytes);
    Task<std::optional<Reply>> refuse_unadmitted(Exchange& now);
    Task<bool> read_body(Exchange& now);
    Task<std::optional<Reply>> answer(Exchange& now);
    Task<std::optional<Reply>> upgrade(Exchange& now);
    Task<bool> send_reply(Exchange& now, Reply reply);
    void skip_body(Exchange& now);
    Reply refusal(Problem const& problem, std::string const& request_id) const;
    Reply wrong_path(Router::Match const& match, std::string const& request_id) const;
    static Reply lead_to_tls(Request const& request);
    Task<> refuse_and_end(Problem problem);

    std::shared_ptr<Hub> hub_;
    std::shared_ptr<Listener const> listener_;
    Site const* site_;                       // one of the listener's
    std::shared_ptr<TlsSetting const> tls_;  // until hands are shaken
    Transport transport_;
    std::unique_ptr<Seat> seat_;
    std::string remote_;
    std::string input_;  // received and not used yet
    Moment deadline_;
    Phase phase_ = Phase::idle;
    bool expired_ = false;  // a deadline ended what we waited for
    bool draining_ = false;
    bool unread_ = false;     // the peer may still be sending what nobody will read
    bool moved_out_ = false;  // it is a WebSocket now
};

}  // namespace horenso::net
