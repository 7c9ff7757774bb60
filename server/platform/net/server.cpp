#include "platform/net/server.hpp"

#include <atomic>
#include <boost/asio/post.hpp>
#include <filesystem>
#include <vector>

#include "platform/net/acceptor.hpp"
#include "platform/net/gate.hpp"
#include "platform/net/http_connection.hpp"
#include "platform/net/hub.hpp"
#include "platform/net/listening.hpp"
#include "platform/net/loops_impl.hpp"

namespace horenso::net {
namespace {

// Above the limit a connection is still told so; far above it is dropped unheard.
constexpr std::size_t told_above_limit = 256;

/// Who has connected, on its way to a loop.
struct Accepted {
    Descriptor descriptor;
    std::shared_ptr<Listener const> listener;
    std::shared_ptr<TlsSetting const> tls;
    std::unique_ptr<Seat> seat;
    std::string remote;
};

void serve(std::shared_ptr<Hub> const& hub, Accepted accepted) {
    auto connection = std::make_shared<HttpConnection>(
        HttpConnection::Start{.hub = hub,
                              .listener = std::move(accepted.listener),
                              .tls = std::move(accepted.tls),
                              .transport = Transport{hub->context(), accepted.descriptor.release()},
                              .seat = std::move(accepted.seat),
                              .remote = std::move(accepted.remote)});
    hub->loops().spawn(hub->loop(), "net.connection", [connection] { return connection->run(); });
}

}  // namespace

struct Server::Impl : std::enable_shared_from_this<Impl> {
    Impl(Needs server_needs, Limits server_limits) : needs(server_needs), limits(server_limits) {
        for (int i = 0; i < needs.loops.size(); ++i)
            hubs.push_back(std::make_shared<Hub>(needs.loops, i, needs.catalogue, limits));
    }

    void begin() {
        for (auto const& hub : hubs) hub->start();
        needs.loops.at_stop([weak = weak_from_this()] {
            if (auto impl = weak.lock()) impl->close();
        });
    }

    void accept(Descriptor listening, Listener listener) {
        auto shared = std::make_shared<Listener const>(std::move(listener));
        auto admit = [this, shared](Descriptor accepted, std::string remote) {
            hand_over({std::move(accepted), shared, nullptr, nullptr, std::move(remote)});
        };
        auto& context = needs.loops.impl().context(0);
        auto acceptor = std::make_shared<Acceptor>(context, std::move(listening), std::move(admit));
        boost::asio::post(context, [acceptor] { acceptor->start(); });
        acceptors.push_back(std::move(acceptor));
    }

    /// On loop 0. Connections go round the loops.
    void hand_over(Accepted accepted) {
        accepted.seat = std::make_unique<Seat>(taken, needs.loops.impl());
        if (accepted.seat->number() > limits.connections + told_above_limit) return;
        if (accepted.listener->site.line == Site::Line::tls) accepted.tls = tls;
        auto const& hub = hubs[next++ % hubs.size()];
        auto work = [hub, accepted = std::move(accepted)]() mutable {
            serve(hub, std::move(accepted));
        };
        boost::asio::post(hub->context(), std::move(work));
    }

    /// On loop 0.
    void close() {
        for (auto const& acceptor : acceptors) acceptor->end();
        acceptors.clear();
        for (auto const& path : local_paths) {
            std::error_code ignored;
            std::filesystem::remove(path, ignored);
        }
        local_paths.clear();
        for (auto const& hub : hubs) boost::asio::post(hub->context(), [hub] { hub->drain(); });
    }

    Needs needs;
    Limits limits;
    std::shared_ptr<std::atomic<std::size_t>> taken = std::make_shared<std::atomic<std::size_t>>(0);
    std::vector<std::shared_ptr<Hub>> hubs;
    std::vector<std::shared_ptr<Acceptor>> acceptors;
    std::vector<std::filesystem::path> local_paths;
    std::shared_ptr<TlsSetting const> tls;  // touched on loop 0
    std::size_t next = 0;
};

Server::Server(Needs needs, Limits limits) : impl_(std::make_shared<Impl>(needs, limits)) {
    impl_->begin();
}

// The loops don't run: nothing accepts meanwhile, and nothing will when they run again.
Server::~Server() {
    for (auto const& acceptor : impl_->acceptors) acceptor->close();
}

std::string Server::listen(Place const& place) {
    static Router const nothing;
    auto listening = listen_on(place.address, place.tls ? Reach::anywhere : Reach::loopback);
    // Every address: the machine's own names for itself are among them.
    auto const host = listening.host == "0.0.0.0" ? std::string{"127.0.0.1"}
                      : listening.host == "[::]"  ? std::string{"[::1]"}
                                                  : listening.host;
    auto const port = listening.port;
    auto const line = place.tls ? Site::Line::tls : Site::Line::plain;
    auto const& in_clear = place.before_tls ? *place.before_tls : nothing;
    Listener listener{site_of(impl_->needs.router, host, port, line),
                      site_of(in_clear, host, port, Site::Line::before_tls)};
    for (auto* const site : {&listener.site, &listener.before_tls})
        for (auto const& name : place.names) add_name(*site, name, port);
    if (place.tls) impl_->tls = place.tls;
    impl_->accept(std::move(listening.descriptor), std::move(listener));
    return listening.host + ":" + std::to_string(port);
}

void Server::renew(std::shared_ptr<TlsSetting const> setting) { impl_->tls = std::move(setting); }

void Server::listen_local(std::filesystem::path const& path, Router const& router) {
    impl_->accept(listen_on(path), Listener{Site{.router = &router}});
    impl_->local_paths.push_back(path);
}

void Server::close() {
    auto& context = impl_->needs.loops.impl().context(0);
    boost::asio::post(context, [impl = impl_] { impl->close(); });
}

}  // namespace horenso::net
