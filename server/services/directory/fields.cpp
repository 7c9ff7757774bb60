#include "services/directory/fields.hpp"

#include "services/directory/posts.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

using words_ja::Column;
using words_ja::heading;

constexpr Field all[]{
    {"name", heading(Column::name), [](Person const& p) { return p.name; }},
    {"kana", heading(Column::kana), [](Person const& p) { return p.kana; }},
    {"department", heading(Column::department), [](Person const& p) { return p.department; },
     [](Person& p, std::string value) { p.department = std::move(value); }},
    {"position", heading(Column::position), [](Person const& p) { return p.position; },
     [](Person& p, std::string value) { p.position = std::move(value); }},
    {"posts", heading(Column::posts), [](Person const& p) { return posts_text(p.posts); },
     [](Person& p, std::string value) { p.posts = parse_posts(value); }},
    {"site", heading(Column::site), [](Person const& p) { return p.site; },
     [](Person& p, std::string value) { p.site = std::move(value); }},
    {"employment", heading(Column::employment), [](Person const& p) { return p.employment; },
     [](Person& p, std::string value) { p.employment = std::move(value); }},
    {"extension", heading(Column::extension), [](Person const& p) { return p.extension; },
     [](Person& p, std::string value) { p.extension = std::move(value); }},
    {"telephone", heading(Column::telephone), [](Person const& p) { return p.telephone; },
     [](Person& p, std::string value) { p.telephone = std::move(value); }},
    {"duties", heading(Column::duties), [](Person const& p) { return p.duties; },
     [](Person& p, std::string value) { p.duties = std::move(value); }},
    {"hired_on", heading(Column::hired_on),
     [](Person const& p) { return p.hired_on.value_or(""); }},
};

}  // namespace

std::span<Field const> fields() { return all; }

}  // namespace horenso::directory
