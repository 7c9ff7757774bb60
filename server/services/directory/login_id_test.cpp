#include "services/directory/login_id.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "services/directory/directory.hpp"

namespace horenso::directory {
namespace {

class NewLogin : public testing::Test {
protected:
    std::string make(std::string_view kana, std::optional<int> birth_year) {
        auto const is_taken = [this](std::string_view login) {
            return taken.contains(std::string{login});
        };
        auto login = new_login({kana, birth_year, "minato"}, is_taken);
        taken.insert(login);
        return login;
    }
    std::set<std::string> taken;
};

TEST_F(NewLogin, Clause_7_1_GivenReadingAndBirthYear_WhenMade_ThenItFollowsThePattern) {
    EXPECT_EQ(make("サトウ　ハナコ", 1967), "h.sato1967@minato");
    EXPECT_EQ(make("オオノ ユウキ", 1990), "y.ono1990@minato");
    EXPECT_EQ(make("ｲﾉｳｴ ｼﾞｭﾝ", 1975), "j.inoue1975@minato");
    EXPECT_EQ(make("グエン ティ フォン", 1999), "t.guen1999@minato");
}

TEST_F(NewLogin, Clause_7_1_GivenTheSameNameAndYear_WhenMade_ThenLaterOnesAreNumbered) {
    EXPECT_EQ(make("サトウ ハナコ", 1967), "h.sato1967@minato");
    EXPECT_EQ(make("サトウ ヒロシ", 1967), "h.sato1967-2@minato");
    EXPECT_EQ(make("サトウ ハジメ", 1967), "h.sato1967-3@minato");
    EXPECT_EQ(make("サトウ ハジメ", 1968), "h.sato1968@minato");
}

TEST_F(NewLogin, Clause_7_1_GivenSomethingUnknown_WhenMade_ThenItIsLeftOut) {
    EXPECT_EQ(make("サトウ ハナコ", std::nullopt), "h.sato@minato");
    EXPECT_EQ(make("サトウ ハナコ", std::nullopt), "h.sato-2@minato");
    EXPECT_EQ(make("サトウ", 1967), "sato1967@minato");
}

TEST_F(NewLogin, Clause_7_1_GivenANameThatCannotBeSpelt_WhenMade_ThenItIsANumber) {
    EXPECT_EQ(make("佐藤 花子", 1967), "staff1@minato");
    EXPECT_EQ(make("", 1967), "staff2@minato");
    EXPECT_EQ(make("ー", std::nullopt), "staff3@minato");
}

TEST_F(NewLogin, GivenAnotherPattern_WhenMade_ThenItIsFollowed) {
    auto const never = [](std::string_view) { return false; };
    EXPECT_EQ(new_login({"サトウ ハナコ", 1967, "minato"}, never, "{surname}.{given_initial}"),
              "sato.h");
    auto const once = [](std::string_view login) { return login == "sato.h"; };
    EXPECT_EQ(new_login({"サトウ ハナコ", 1967, "minato"}, once, "{surname}.{given_initial}"),
              "sato.h-2");
}

TEST_F(NewLogin, GivenAnyNewLogin_WhenNormalised_ThenItIsValidAsItIs) {
    for (auto kana :
         {"サトウ ハナコ", "ヴァレリー", "佐藤", "ッタ ンダ",
          "ジュゲムジュゲムゴコウノスリキレカイジャリスイギョノスイギョウマツウンライマツ"}) {
        auto const login = make(kana, 2001);
        EXPECT_EQ(normalised_login(login), login);
    }
}

TEST(NormalisedLogin, GivenALoginInAnyTyping_WhenNormalised_ThenItIsTheStoredOne) {
    for (auto typed :
         {"h.sato1967@minato", "H.Sato1967@Minato", " ｈ．ｓａｔｏ１９６７＠ｍｉｎａｔｏ　"})
        EXPECT_EQ(normalised_login(typed), "h.sato1967@minato") << typed;
    EXPECT_EQ(normalised_login("00123"), "00123");
    EXPECT_EQ(normalised_login("a_b-c+d"), "a_b-c+d");
    EXPECT_EQ(normalised_login("h.sato@minato.example.jp"), "h.sato@minato.example.jp");
}

TEST(NormalisedLogin, GivenWhatCannotBeALogin_WhenNormalised_ThenItIsRefused) {
    for (auto typed : {"", " ", "佐藤", "h sato", "h..sato", ".sato", "-sato", "@minato", "sato@",
                       "a@b@c", "a/b", "a\nb", "a\"b", "sato@.minato", "\xFF"})
        EXPECT_EQ(normalised_login(typed), std::nullopt) << typed;
    EXPECT_TRUE(normalised_login(std::string(100, 'a')));
    EXPECT_FALSE(normalised_login(std::string(101, 'a')));
    EXPECT_FALSE(normalised_login(std::string(1'000'000, 'a')));
}

}  // namespace
}  // namespace horenso::directory
