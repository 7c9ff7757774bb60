#include "services/directory/posts.hpp"

#include <gmock/gmock.h>

namespace horenso::directory {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Posts, GivenThemAsPeopleWriteThem_WhenRead_ThenDepartmentAndPositionAreApart) {
    EXPECT_THAT(parse_posts("総務係／主任、貸付係"),
                ElementsAre(Post{"総務係", "主任"}, Post{"貸付係", ""}));
    EXPECT_THAT(parse_posts(" 総務係/主任/兼任 ,　貸付係 "),
                ElementsAre(Post{"総務係", "主任/兼任"}, Post{"貸付係", ""}));
    EXPECT_THAT(parse_posts("、,，"), IsEmpty());
    EXPECT_THAT(parse_posts("／主任"), ElementsAre(Post{"", "主任"}));
}

TEST(Posts, GivenPosts_WhenWrittenAndRead_ThenTheyAreTheSame) {
    std::vector<Post> const posts{{"総務係", "主任"}, {"貸付係", ""}};
    EXPECT_EQ(posts_text(posts), "総務係／主任、貸付係");
    EXPECT_EQ(parse_posts(posts_text(posts)), posts);
}

TEST(Posts, GivenANameWithASignBetweenPosts_WhenAsked_ThenItIsNoDepartments) {
    EXPECT_TRUE(is_department_name("総務課"));
    for (auto const* name : {"総務、庶務", "総務,庶務", "総務／庶務", "総務/庶務"})
        EXPECT_FALSE(is_department_name(name)) << name;
}

}  // namespace
}  // namespace horenso::directory
