// What loops remember of sessions, on real loops.
#include <functional>
#include <thread>

#include "kit/access.hpp"
#include "platform/net/loops.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

constexpr Sql delete_session{"DELETE FROM access_session WHERE org_id = $1 AND session_id = $2"};

Task<> keep_result(Access& access, std::string token, Use use,
                   std::promise<Result<Viewer>>& result) {
    try {
        Knock knock{std::move(token), use};
        result.set_value(co_await access.identify(std::move(knock)));
    } catch (...) {
        result.set_exception(std::current_exception());
    }
}

Task<> change(Access& access, Viewer viewer, DeviceClass device,
              std::promise<Result<Done>>& result) {
    try {
        result.set_value(co_await access.set_device(viewer, device));
    } catch (...) {
        result.set_exception(std::current_exception());
    }
}

/// A store that calls `then` on the loop when a read has been answered, before its caller goes on.
class AfterRead final : public Store {
public:
    AfterRead(Store& inner, std::function<Task<>()> then) : inner_(inner), then_(std::move(then)) {}
    void listen(Listener) override {}
    Dialect dialect() const override { return inner_.dialect(); }

private:
    Task<std::optional<Problem>> perform(Mode, Work& work) override {
        auto run = [&work](Tx& tx) { return work(tx); };
        co_await inner_.read(run);
        co_await then_();
        co_return std::nullopt;
    }
    Store& inner_;
    std::function<Task<>()> then_;
};

class SessionCache : public kit::AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        thread_ = std::jthread{[this] { loops_.run(); }};
        sit_down(DeviceClass::personal);
    }
    void TearDown() override {
        loops_.stop();
        if (thread_.joinable()) thread_.join();
        AccessOnBothDatabases::TearDown();
    }

    /// From now on `token` and `viewer` are 佐藤's at such a device.
    void sit_down(DeviceClass device) {
        token = token_of("sato", device);
        viewer = must(identify(token));
    }
    Result<Viewer> identify_on(int loop, Access& of, Use use = Use::person) {
        std::promise<Result<Viewer>> result;
        loops_.spawn(loop, "test", [&] { return keep_result(of, token, use, result); });
        return result.get_future().get();
    }
    Result<Viewer> identify_on(int loop, Use use = Use::person) {
        return identify_on(loop, access(), use);
    }
    Result<Done> set_device_on(int loop, DeviceClass device) {
        std::promise<Result<Done>> result;
        loops_.spawn(loop, "test", [&] { return change(access(), viewer, device, result); });
        return result.get_future().get();
    }
    void forget_on(int loop, PersonId person, SessionId session) {
        std::promise<void> done;
        loops_.post(loop, [&] {
            access().forget(minato, person, session);
            done.set_value();
        });
        done.get_future().get();
    }
    /// Takes the session out of the database without telling anybody.
    Task<> erase() {
        auto run = [this](Tx& tx) -> Result<Done> {
            tx.run(delete_session, minato, viewer.session);
            return Done{};
        };
        (void)co_await store().write(run);
    }

    Task<> end_session(Access& of) {
        co_await erase();
        of.forget(minato, viewer.person, viewer.session);
    }

    std::string token;
    Viewer viewer;

private:
    net::Loops loops_{2};
    std::jthread thread_;
};
INSTANTIATE_TEST_SUITE_P(Databases, SessionCache, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(SessionCache, GivenASessionIdentifiedOnALoop_WhenAskedAgain_ThenThatLoopRemembersForAWhile) {
    ASSERT_TRUE(identify_on(0));
    wait_for(erase());
    EXPECT_EQ(must(identify_on(0)).session, viewer.session);
    EXPECT_FALSE(identify_on(1));
    clock.advance(31s);
    EXPECT_FALSE(identify_on(0));
}

TEST_P(SessionCache, GivenARememberedSession_WhenItIsForgotten_ThenTheDatabaseIsAsked) {
    for (auto const session : {viewer.session, SessionId{0}}) {
        ASSERT_TRUE(identify_on(1));
        forget_on(1, viewer.person, session);
        EXPECT_TRUE(identify_on(1));  // it hadn't ended
    }
    wait_for(erase());
    forget_on(1, viewer.person, viewer.session);
    EXPECT_FALSE(identify_on(1));
}

TEST_P(SessionCache, GivenARememberedSession_WhenAnotherIsForgotten_ThenItStays) {
    ASSERT_TRUE(identify_on(0));
    wait_for(erase());
    forget_on(0, viewer.person, SessionId{viewer.session.value + 1});
    forget_on(0, person(minato, "tanaka"), SessionId{0});
    EXPECT_TRUE(identify_on(0));
}

TEST_P(SessionCache, GivenASharedDevice_WhenRemembered_ThenTheViewerStillSitsAtIt) {
    sit_down(DeviceClass::shared);
    EXPECT_EQ(must(identify_on(0)).device, DeviceClass::shared);
    wait_for(erase());
    EXPECT_EQ(must(identify_on(0)).device, DeviceClass::shared);
}

TEST_P(SessionCache, GivenARememberedSession_WhenItsDeviceChanges_ThenThatLoopKnowsAtOnce) {
    ASSERT_EQ(must(identify_on(0)).device, DeviceClass::personal);
    must(set_device_on(0, DeviceClass::shared));
    EXPECT_EQ(must(identify_on(0)).device, DeviceClass::shared);
}

TEST_P(SessionCache, GivenWhatTheScreenAskedIsRemembered_WhenSomebodyActs_ThenTheUseIsNoted) {
    sit_down(DeviceClass::shared);
    clock.advance(29min);
    ASSERT_TRUE(identify_on(0, Use::screen));
    clock.advance(1s);
    ASSERT_TRUE(identify_on(0, Use::person));
    clock.advance(29min);
    EXPECT_TRUE(identify_on(0, Use::screen));
}

TEST_P(SessionCache, GivenASessionThatEndsWhileItIsRead_WhenAskedAgain_ThenItIsNotRemembered) {
    std::unique_ptr<Access> slow;
    auto const end = [&] { return end_session(*slow); };
    AfterRead after{store(), end};
    slow = make_access(after);
    EXPECT_TRUE(identify_on(0, *slow));  // it was good when it was read
    EXPECT_FALSE(identify_on(0, *slow));
}

}  // namespace
}  // namespace horenso::access
