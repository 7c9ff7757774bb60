#include "services/directory/shared_ids.hpp"

#include <gtest/gtest.h>

namespace horenso::directory {
namespace {

TEST(SharedIds, GivenTheNameOfAnAccountOfSeveral_WhenLookedAt_ThenItIsSeen) {
    for (auto const* name :
         {"受付", "受 付", "総合窓口", "共用パソコン", "代表　アカウント", "事務局", "ﾊﾟｿｺﾝ1号"})
        EXPECT_TRUE(is_shared_name(name)) << name;
    for (auto const* kana : {"ウケツケ", "ウケ　ツケ", "マドグチ"})
        EXPECT_TRUE(is_shared_kana(kana)) << kana;
    for (auto const* login :
         {"reception", "reception2@minato", "1f-counter", "shared.pc@minato", "uketsuke01"})
        EXPECT_TRUE(is_shared_login(login)) << login;
}

TEST(SharedIds, GivenAPerson_WhenLookedAt_ThenTheyAreOne) {
    for (auto const* name : {"佐藤 花子", "共田 一", "口羽 勝", "表 信子", ""})
        EXPECT_FALSE(is_shared_name(name)) << name;
    for (auto const* kana : {"サトウ ハナコ", "トウバン ジロウ", ""})
        EXPECT_FALSE(is_shared_kana(kana)) << kana;
    for (auto const* login : {"h.sato1967@minato", "admin@office", "staff12", "sato@info", ""})
        EXPECT_FALSE(is_shared_login(login)) << login;
}

}  // namespace
}  // namespace horenso::directory
