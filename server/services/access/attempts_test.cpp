#include "services/access/attempts.hpp"

#include <gtest/gtest.h>

#include "kit/access.hpp"

namespace horenso::access {
namespace {

using kit::must;
using kit::wait_for;
using namespace std::chrono_literals;

/// Tries that are counted, and how long that is remembered.
class Throttling : public kit::AccessOnBothDatabases {
protected:
    static constexpr char const* wrong_code = "AAAA-AAAA-AAAA-AAAA-AAAA";

    void miss(int times, std::string const& login = "sato@minato") {
        for (int i = 0; i < times; ++i) (void)by_password(login, "ちがうパスワード");
    }
    /// Wrong passwords that are made before one has to wait.
    int made() {
        for (int count = 0;; ++count)
            if (by_password("sato@minato", "ちがう").problem().status == 429) return count;
    }
    /// As `miss`, each as soon as it may be.
    void miss_patiently(int times) {
        while (times > 0) {
            auto const refused = by_password("sato@minato", "ちがう").problem();
            if (refused.status == 429)
                clock.advance(std::chrono::seconds{refused.retry_after_s.value()});
            else
                --times;
        }
    }
    /// Imports people and gives them cards; the codes.
    std::vector<std::string> cards_for(int count) {
        std::string sheet = "氏名,フリガナ,ID\n";
        for (int i = 0; i < count; ++i) sheet += "職員,ショクイン,staff" + std::to_string(i) + "\n";
        directory::Directory directory{{store(), clock, ids}};
        must(wait_for(directory.import_staff_of(minato, sheet)));
        std::vector<std::string> codes;
        for (auto const& one : wait_for(directory.people_of(minato)))
            if (one.login.starts_with("staff")) codes.push_back(card_of(one.id).code);
        return codes;
    }
    int number(Sql const& sql) {
        auto read = [&](Tx& tx) {
            auto row = tx.query(sql);
            return row.next() ? row.get<int>(0) : 0;
        };
        return wait_for(store().read(read));
    }
    /// But for the one of all passwords from here.
    int rows() {
        static constexpr Sql count{
            "SELECT COUNT(*) FROM access_attempt WHERE subject <> 'password'"};
        return number(count);
    }
    /// Passwords from here that were not right.
    int from_here() {
        static constexpr Sql failures{
            "SELECT failures FROM access_attempt WHERE subject = 'password'"};
        return number(failures);
    }
    /// Each with a login that nobody has, and that wasn't tried before.
    void miss_everywhere(int times) {
        for (int i = 0; i < times; ++i) miss(1, "nobody" + std::to_string(invented_++));
    }
    Problem invented() {
        return by_password("nobody" + std::to_string(invented_++), "ちがう").problem();
    }

private:
    int invented_ = 0;
};
INSTANTIATE_TEST_SUITE_P(Databases, Throttling, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(Throttling, GivenThreeWrongTries_WhenMoreFollow_ThenTheWaitDoublesAndEndsByItself) {
    give_password("sato");
    miss(3);
    for (int const seconds : {1, 2, 4, 8}) {
        auto const refused = by_password("sato@minato", password).problem();
        EXPECT_EQ(refused.status, 429);
        EXPECT_EQ(refused.code, "access.wait");
        EXPECT_EQ(refused.retry_after_s, seconds);
        clock.advance(std::chrono::seconds{seconds} - 1ms);
        EXPECT_EQ(by_password("sato@minato", password).problem().retry_after_s, 1);
        clock.advance(1ms);
        miss(1);
    }
    clock.advance(5min);
    EXPECT_EQ(by_password("sato@minato", "ちがうパスワード").problem().status, 401);
}

TEST_P(Throttling, GivenTooManyWrongTries_WhenSheTriesFromAnotherNetwork_ThenShePasses) {
    give_password("sato");
    for (int i = 0; i < 3; ++i) (void)by_password("sato@minato", "ちがうパスワード");
    EXPECT_EQ(by_password("sato@minato", password, "192.0.2.200").problem().status, 429);
    EXPECT_TRUE(by_password("sato@minato", password, elsewhere));
    EXPECT_EQ(by_password("tanaka@minato", "ちがう").problem().status, 401);
}

TEST_P(Throttling, GivenTwoWrongTries_WhenTheThirdIsRight_ThenTheyAreForgotten) {
    give_password("sato");
    for (int round = 0; round < 3; ++round) {
        for (int i = 0; i < 2; ++i)
            EXPECT_EQ(by_password("sato@minato", "ちがう").problem().status, 401);
        ASSERT_TRUE(by_password("sato@minato", password)) << round;
    }
}

TEST_P(Throttling, GivenTwelveWrongTriesAtOnce_WhenCounted_ThenThreeAreMade) {
    give_password("sato");
    auto const ends = at_once(12, [&](int) { return by_password("sato@minato", "ちがう"); });
    EXPECT_EQ(ends, (kit::Ends{{"access.bad_password", 3}, {"access.wait", 9}}));
}

TEST_P(Throttling, GivenAnOfficeBehindOneAddress_When64SignInByCardAtOnce_ThenNobodyWaits) {
    auto const codes = cards_for(64);
    auto const ends =
        at_once(64, [&](int i) { return by_code(codes.at(static_cast<std::size_t>(i))); });
    EXPECT_EQ(ends, (kit::Ends{{"", 64}}));
    EXPECT_EQ(rows(), 0);
}

TEST_P(Throttling, GivenAFloodOfWrongCodes_WhenTriedOn_ThenItIsSlowedInOneRowAndRightOnesAreNot) {
    auto const code = card_of(sato()).code;
    for (int i = 0; i < 100; ++i) ASSERT_EQ(by_code(wrong_code).problem().status, 401) << i;
    for (int const seconds : {1, 2, 4, 8, 10, 10}) {
        auto const refused = by_code("no code at all").problem();
        EXPECT_EQ(refused.code, "access.wait");
        EXPECT_EQ(refused.retry_after_s, seconds);
        clock.advance(std::chrono::seconds{seconds});
        EXPECT_EQ(by_code(wrong_code).problem().status, 401);
    }
    EXPECT_EQ(by_code(wrong_code, elsewhere).problem().status, 401);
    EXPECT_EQ(rows(), 2);
    EXPECT_EQ(by_code(wrong_code).problem().status, 429);
    EXPECT_TRUE(by_code(code));
    EXPECT_EQ(by_code(code).problem().status, 429);  // used: as wrong as any other
}

TEST_P(Throttling, GivenAnOfficeBehindOneAddress_WhenItSignsInByPasswordAtOnce_ThenNobodyWaits) {
    for (auto const* login : {"sato", "tanaka", "aoki"}) give_password(login);
    miss(3, "nobody@minato");
    auto const ends = at_once(9, [&](int i) {
        char const* const logins[] = {"sato", "tanaka", "aoki"};
        return by_password(std::string{logins[i % 3]} + "@minato", password);
    });
    EXPECT_EQ(ends, (kit::Ends{{"", 9}}));
    miss(3);
    EXPECT_EQ(by_password("sato@minato", password).problem().status, 429);
    EXPECT_TRUE(by_password("tanaka@minato", password));
}

TEST_P(Throttling, GivenAFloodOfInventedLogins_WhenTriedOn_ThenTheirNetworkWaitsBeforeTheHash) {
    give_password("sato");
    auto const at_desk = must(by_password("sato@minato", password));
    miss_everywhere(240);
    for (int const seconds : {1, 2, 4, 8, 10, 10}) {
        auto const refused = invented();
        EXPECT_EQ(refused.code, "access.wait");
        EXPECT_EQ(refused.retry_after_s, seconds);
        clock.advance(std::chrono::seconds{seconds});
        EXPECT_EQ(invented().code, "access.bad_password");
    }
    // Whom it meets tells nobody which logins there are.
    EXPECT_EQ(by_password("sato@minato", password).problem(), invented());
    EXPECT_TRUE(by_password("sato@minato", password, elsewhere));
    Arrival const known{.address = here, .cookie = *at_desk.device};
    EXPECT_TRUE(wait_for(access().sign_in_by_password("sato@minato", password, known)));
    EXPECT_TRUE(by_code(card_of(person(minato, "tanaka")).code));
}

TEST_P(Throttling, GivenAnOfficeOfAHundredBehindOneAddress_WhenEachMistypesTwice_ThenNobodyWaits) {
    give_password("sato");
    for (int i = 0; i < 100; ++i) miss(2, "staff" + std::to_string(i) + "@minato");
    EXPECT_TRUE(by_password("sato@minato", password));
}

TEST_P(Throttling, GivenRightPasswords_WhenManySignIn_ThenTheyAreNotCountedAndForgiveNoOthers) {
    give_password("sato");
    for (int i = 0; i < 10; ++i) ASSERT_TRUE(by_password("sato@minato", password));
    EXPECT_EQ(from_here(), 0);
    miss_everywhere(5);
    ASSERT_TRUE(by_password("sato@minato", password));
    EXPECT_EQ(from_here(), 5);
}

TEST_P(Throttling, GivenWhatCannotBeALogin_WhenTriedOn_ThenItIsAnsweredAndSlowedLikeOneNobodyHas) {
    for (auto const* typed : {"nobody@minato", "佐藤 花子", "a@b@c", ""}) {
        for (int i = 0; i < 3; ++i)
            EXPECT_EQ(by_password(typed, password).problem(),
                      (Problem{.status = 401, .code = "access.bad_password"}));
        EXPECT_EQ(by_password(typed, password).problem().code, "access.wait");
    }
}

TEST_P(Throttling, GivenALoginInAnyTyping_WhenTriedWrongly_ThenTheTriesAreOfOneLogin) {
    for (auto const* typed : {"sato@minato", " SATO@minato", "ｓａｔｏ＠ｍｉｎａｔｏ　"})
        EXPECT_EQ(by_password(typed, "ちがう").problem().status, 401);
    EXPECT_EQ(by_password("sato@minato", "ちがう").problem().status, 429);
}

TEST_P(Throttling, GivenWrongTries_WhenHoursPass_ThenHalfOfThemAreForgottenEachHour) {
    miss_patiently(8);  // the wait is 32 s now
    clock.advance(32s + 1h);
    EXPECT_EQ(by_password("sato@minato", "ちがう").problem().status,
              401);  // as if it were the fifth
    EXPECT_EQ(by_password("sato@minato", "ちがう").problem().retry_after_s, 4);
    clock.advance(4s + 3h);  // 5, 2, 1, none
    EXPECT_EQ(made(), 3);
    clock.advance(1s + 59min);
    EXPECT_EQ(made(), 1);
}

TEST_P(Throttling, GivenAClockThatIsSetBack_WhenSheTriesAgain_ThenSheDoesNotWaitForTheOldTime) {
    give_password("sato");
    miss(3);
    clock.set(morning - 24h);
    EXPECT_TRUE(by_password("sato@minato", password));
}

TEST_P(Throttling, GivenManyInventedLogins_WhenTheirTimeIsOver_ThenLaterTriesDeleteTheirRows) {
    for (int i = 0; i < 20; ++i) miss(1, "nobody" + std::to_string(i));
    EXPECT_EQ(rows(), 20);
    clock.advance(8h);
    miss(1);
    EXPECT_EQ(rows(), 21);  // eight hours to the millisecond are not over
    clock.advance(1ms);
    for (int const left : {13, 5, 1}) {  // a try is counted twice: of its login, and from here
        miss(1);
        EXPECT_EQ(rows(), left);
        clock.advance(10s);
    }
}

TEST_P(Throttling, GivenManyWhoTryAtOnce_WhenOldRowsAreDeleted_ThenNobodyIsInTheWay) {
    for (int i = 0; i < 40; ++i) miss(1, "nobody" + std::to_string(i));
    clock.advance(9h);
    auto const ends =
        at_once(16, [&](int i) { return by_password("nobody" + std::to_string(i), "ちがう"); });
    EXPECT_EQ(ends, (kit::Ends{{"access.bad_password", 16}}));
    for (int i = 0; i < 16; ++i) miss(1, "other" + std::to_string(i));
    EXPECT_EQ(rows(), 32);
}

}  // namespace
}  // namespace horenso::access
