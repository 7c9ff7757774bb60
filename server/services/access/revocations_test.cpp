// Sessions that another node has ended.
#include <functional>
#include <thread>

#include "kit/access.hpp"
#include "platform/net/loops.hpp"
#include "services/access/revocations.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

/// A store that can be out of reach.
class Reachable final : public Store {
public:
    explicit Reachable(Store& inner) : inner_(inner) {}
    void listen(Listener) override {}
    Dialect dialect() const override { return inner_.dialect(); }
    std::atomic<bool> is_away = false;

private:
    Task<std::optional<Problem>> perform(Mode, Work& work) override {
        if (is_away) throw std::runtime_error{"out of reach"};
        auto run = [&work](Tx& tx) { return work(tx); };
        co_await inner_.read(run);
        co_return std::nullopt;
    }
    Store& inner_;
};

Task<> keep_watching(Access& access, Access::Watch watch, std::promise<void>& done) {
    co_await access.watch(std::move(watch));
    done.set_value();
}

/// `access()` is the node that ends sessions, `other` the one that finds out.
class Revoked : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        token = token_of("sato");
        viewer = must(identify(token));
        way = std::make_unique<Reachable>(store());
        other = make_access(store());
        thread_ = std::jthread{[this] { loops_.run(); }};
        std::promise<void> done;
        Access::Watch watch{*way, loops_, [this](OrgId, PersonId person, SessionId session) {
                                ended_.set_value({person, session});
                            }};
        loops_.spawn(0, "test", [&] { return keep_watching(*other, watch, done); });
        done.get_future().get();
    }
    void TearDown() override {
        loops_.stop();
        if (thread_.joinable()) thread_.join();
        other.reset();
        way.reset();
        AccessOnBothDatabases::TearDown();
    }
    /// The next that the other node found ended.
    std::pair<PersonId, SessionId> found() {
        auto future = ended_.get_future();
        if (future.wait_for(20s) != std::future_status::ready) throw std::runtime_error{"never"};
        auto const what = future.get();
        ended_ = {};
        return what;
    }
    /// Waits until `other` is current, or isn't.
    bool becomes(bool current) {
        auto const deadline = std::chrono::steady_clock::now() + 20s;
        while (other->is_current() != current && std::chrono::steady_clock::now() < deadline)
            std::this_thread::sleep_for(2ms);
        return other->is_current() == current;
    }

    std::string token;
    Viewer viewer;
    std::unique_ptr<Reachable> way;
    std::unique_ptr<Access> other;

private:
    net::Loops loops_{1};
    std::promise<std::pair<PersonId, SessionId>> ended_;
    std::jthread thread_;
};
INSTANTIATE_TEST_SUITE_P(Databases, Revoked, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Revoked, GivenASession_WhenItEndsOnOneNode_ThenTheOtherFindsOut) {
    must(wait_for(access().sign_out(viewer)));
    EXPECT_EQ(found(), std::pair(viewer.person, viewer.session));
}

TEST_P(Revoked, GivenAnotherSession_WhenThePasswordIsSet_ThenTheOtherNodeFindsItEnded) {
    auto const second = must(identify(token_of("sato")));
    must(wait_for(access().set_password(viewer, std::nullopt, password)));
    EXPECT_EQ(found(), std::pair(viewer.person, second.session));
}

TEST_P(Revoked, GivenANodeThatCanNotLook_WhenASecondIsOver_ThenItLetsNobodyInUntilItCan) {
    EXPECT_TRUE(wait_for(other->identify({token})));
    way->is_away = true;
    ASSERT_TRUE(becomes(false));
    auto const refused = wait_for(other->identify({token}));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.problem().code, "access.blind");
    EXPECT_EQ(refused.problem().status, 503);
    way->is_away = false;
    ASSERT_TRUE(becomes(true));
    EXPECT_TRUE(wait_for(other->identify({token})));
}

TEST_P(Revoked, GivenWhatEndedWhileANodeCouldNotLook_WhenItCanAgain_ThenItFindsOut) {
    way->is_away = true;
    must(wait_for(access().sign_out(viewer)));
    way->is_away = false;
    EXPECT_EQ(found(), std::pair(viewer.person, viewer.session));
}

}  // namespace
}  // namespace horenso::access
