#include "platform/net/router.hpp"
#include "services/live/live.hpp"

namespace horenso::live {
namespace {

struct KnownBody {
    std::string stream;
    std::int64_t version = 0;
};
BOOST_DESCRIBE_STRUCT(KnownBody, (), (stream, version))

struct SyncBody {
    std::optional<std::int64_t> access_version;
    std::vector<KnownBody> streams;
};
BOOST_DESCRIBE_STRUCT(SyncBody, (), (access_version, streams))

Have have_of(SyncBody&& body) {
    Have have{body.access_version, {}};
    for (auto& one : body.streams) have.streams.push_back({std::move(one.stream), one.version});
    return have;
}

Task<Result<net::Reply>> answer_sync(Sync const& sync, Identify const& identify,
                                     net::Request& request) {
    auto reader = co_await identify(request);
    if (!reader) co_return reader.problem();
    auto body = request.json<SyncBody>();
    if (!body) co_return body.problem();
    auto have = have_of(std::move(*body));
    auto reply = co_await sync.answer(*reader, std::move(have));
    co_return net::ok(std::move(reply));
}

Task<Result<std::unique_ptr<net::SocketUser>>> open_socket(Live& live, Identify const& identify,
                                                           net::Request& request) {
    auto reader = co_await identify(request);
    if (!reader) co_return reader.problem();
    auto user = co_await live.open(*reader);
    // A session that ended after it was looked up and before the socket was known: nobody closed it.
    auto still = co_await identify(request);
    if (!still) co_return still.problem();
    co_return std::move(user);
}

}  // namespace

void add_routes(net::Router& router, Live& live, Sync const& sync, Identify identify) {
    net::Handler on_sync = [&sync, identify](net::Request& r) {
        return answer_sync(sync, identify, r);
    };
    net::Upgrade on_live = [&live, identify](net::Request& r) {
        return open_socket(live, identify, r);
    };
    router.add({net::Method::post, "/api/v1/sync", "member", on_sync});
    router.add({net::Method::get, "/api/v1/live", "member", on_live});
}

}  // namespace horenso::live
