#include <gmock/gmock.h>

#include <atomic>
#include <functional>
#include <utility>

#include "kit/access.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

/// Each ASCII letter and digit in full width, as a Japanese keyboard types it.
std::string full_width(std::string const& text) {
    std::string wide;
    for (auto const c : text) {
        auto const point = static_cast<unsigned char>(c) + 0xFEE0u;
        wide += static_cast<char>(0xE0 | point >> 12);
        wide += static_cast<char>(0x80 | (point >> 6 & 0x3F));
        wide += static_cast<char>(0x80 | (point & 0x3F));
    }
    return wide;
}

std::string lower_case(std::string text) {
    for (auto& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

/// A store that calls `then` once, when the first write is kept, before its caller goes on.
class AfterFirstWrite final : public Store {
public:
    AfterFirstWrite(Store& inner, std::function<Task<>()> then)
        : inner_(inner), then_(std::move(then)) {}
    void listen(Listener) override {}
    Dialect dialect() const override { return inner_.dialect(); }

private:
    Task<std::optional<Problem>> perform(Mode mode, Work& work) override {
        auto run = [&work](Tx& tx) -> Result<Done> {
            if (work(tx)) return Done{};
            return Problem{.status = 500, .code = "rolled.back"};
        };
        if (mode == Mode::read) {
            (void)co_await inner_.read(run);
            co_return std::nullopt;
        }
        (void)co_await inner_.write(run);
        if (!std::exchange(is_over_, true)) co_await then_();
        co_return std::nullopt;
    }
    Store& inner_;
    std::function<Task<>()> then_;
    bool is_over_ = false;
};

class SignIn : public kit::AccessOnBothDatabases {
protected:
    static constexpr char const* next_one = "ゆきだるまとはりねずみの引っこし";

    /// By whoever has just come in by a card.
    Task<> change_password(Viewer viewer) {
        auto const changed = co_await access().set_password(viewer, std::nullopt, next_one);
        if (!changed) throw std::runtime_error{changed.problem().code};
    }
};
INSTANTIATE_TEST_SUITE_P(Databases, SignIn, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(SignIn, GivenACard_WhenItsCodeIsTypedInAnyWidthAndCase_ThenItOpensASessionOfThatPerson) {
    for (auto const& typed : std::vector<std::string (*)(std::string const&)>{
             [](std::string const& code) { return code; },
             [](std::string const& code) { return lower_case(code); },
             [](std::string const& code) { return ' ' + full_width(lower_case(code)) + ' '; }}) {
        auto const signed_in = must(by_code(typed(card_of(sato()).code)));
        EXPECT_EQ(signed_in.view.person.id, sato());
        EXPECT_EQ(signed_in.view.org.slug, "minato");
        EXPECT_EQ(must(identify(signed_in.token)).person, sato());
    }
}

TEST_P(SignIn, GivenACodeOnceUsed_WhenUsedAgain_ThenItIsNoGood) {
    auto const code = card_of(sato()).code;
    ASSERT_TRUE(by_code(code));
    EXPECT_EQ(by_code(code).problem(), (Problem{.status = 401, .code = "access.bad_code"}));
}

TEST_P(SignIn, GivenACard_WhenSevenDaysAreOver_ThenItIsNoGood) {
    auto const in_time = card_of(sato());
    auto const late = card_of(person(minato, "tanaka"));
    EXPECT_EQ(in_time.expires_at, morning + 24h * 7);
    clock.set(in_time.expires_at - 1ms);
    EXPECT_TRUE(by_code(in_time.code));
    clock.advance(1ms);
    EXPECT_EQ(by_code(late.code).problem().code, "access.bad_code");
}

TEST_P(SignIn, GivenACard_WhenAnotherIsIssued_ThenOnlyTheNewOneIsGood) {
    auto const old = card_of(sato()).code;
    auto const fresh = card_of(sato()).code;
    EXPECT_EQ(by_code(old).problem().code, "access.bad_code");
    EXPECT_TRUE(by_code(fresh));
}

TEST_P(SignIn, GivenACode_WhenEightRedeemItAtOnce_ThenOneIsLetIn) {
    auto const code = card_of(sato()).code;
    std::atomic<int> number = 0;
    auto const ends = at_once(8, [&](int) { return by_code(code, std::to_string(++number)); });
    EXPECT_EQ(ends, (kit::Ends{{"", 1}, {"access.bad_code", 7}}));
}

TEST_P(SignIn, GivenAPassword_WhenItIsRight_ThenTheLoginMayBeShortWideOrUpperCase) {
    give_password("sato");
    for (auto const* login : {"sato@minato", "SATO@minato", "ｓａｔｏ＠ｍｉｎａｔｏ"}) {
        auto const signed_in = must(by_password(login, password));
        EXPECT_EQ(signed_in.view.person.id, sato()) << login;
        EXPECT_TRUE(signed_in.view.has_password);
    }
}

TEST_P(SignIn, GivenAPasswordThatOthersKnow_WhenItIsChangedWhileItIsCompared_ThenItOpensNothing) {
    give_password("sato");
    auto const owner = enter("sato");
    AfterFirstWrite meanwhile{store(), [&] { return change_password(owner); }};
    auto const there = make_access(meanwhile);
    auto const tried = wait_for(there->sign_in_by_password("sato@minato", password, {here}));
    ASSERT_FALSE(tried);
    EXPECT_EQ(tried.problem(), (Problem{.status = 401, .code = "access.bad_password"}));
    EXPECT_TRUE(by_password("sato@minato", next_one));
}

TEST_P(SignIn, GivenAWrongPasswordAnUnknownLoginOrNoPassword_WhenTried_ThenTheProblemIsTheSame) {
    give_password("sato");
    Problem const same{.status = 401, .code = "access.bad_password"};
    EXPECT_EQ(by_password("sato@minato", "ちがうパスワード").problem(), same);
    EXPECT_EQ(by_password("nobody@minato", password).problem(), same);
    EXPECT_EQ(by_password("tanaka@minato", password).problem(), same);
    EXPECT_EQ(by_password("tanaka@minato", "").problem(), same);
    EXPECT_EQ(by_password("sato@tonari", password).problem(), same);
    EXPECT_EQ(by_password("sato", password).problem(), same);  // of which of two organisations?
}

}  // namespace
}  // namespace horenso::access
