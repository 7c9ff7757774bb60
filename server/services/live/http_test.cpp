#include "kit/databases.hpp"
#include "kit/live.hpp"
#include "platform/net/router.hpp"

namespace horenso::live {
namespace {

/// The route of the socket, with somebody else saying who is there.
class LiveRoute : public kit::LiveOnLoops {
protected:
    using Opened = Result<std::unique_ptr<net::SocketUser>>;

    /// `answers`: what each question who is there gets, one after the other.
    int open_by_route(std::vector<Result<Reader>> answers) {
        answers_ = std::move(answers);
        net::Router router;
        auto const database = horenso::kit::Database{Dialect::sqlite, {}};
        auto const store = database.open();
        Sync const sync{{*store, [](Tx&, Reader) { return 0; }, {}}};
        add_routes(router, live, sync, [this](net::Request&) { return next_answer(); });
        auto const match = router.find(net::Method::get, "/api/v1/live");
        auto const& upgrade = std::get<net::Upgrade>(match.route->answer);
        std::promise<int> status;
        loops.spawn(0, "test.upgrade", [&] { return ask(upgrade, status); });
        return status.get_future().get();
    }

private:
    Task<Result<Reader>> next_answer() {
        auto answer = answers_.front();
        answers_.erase(answers_.begin());
        co_return answer;
    }
    Task<> ask(net::Upgrade const& upgrade, std::promise<int>& status) {
        net::Request request;
        auto opened = co_await upgrade(request);
        auto const code = opened ? 101 : opened.problem().status;
        opened = Problem{};  // gone on its loop
        status.set_value(code);
    }
    std::vector<Result<Reader>> answers_;
};

TEST_F(LiveRoute, GivenSomebodySignedIn_WhenSheAsks_ThenASocketIsOpenedForHer) {
    EXPECT_EQ(open_by_route({person(1), person(1)}), 101);
}

TEST_F(LiveRoute, GivenNobody_WhenAsked_ThenRefused) {
    EXPECT_EQ(open_by_route({Problem{.status = 401, .code = "access.signed_out"}}), 401);
}

TEST_F(LiveRoute, GivenASessionThatEndsWhileTheSocketIsMade_WhenAsked_ThenRefused) {
    EXPECT_EQ(open_by_route({person(1), Problem{.status = 401, .code = "access.signed_out"}}), 401);
}

}  // namespace
}  // namespace horenso::live
