#include "services/directory/posts.hpp"

#include "platform/sheet/table.hpp"
#include "services/directory/staff_words_ja.hpp"

namespace horenso::directory {
namespace {

using words_ja::before_position;
using words_ja::between_posts;

/// Where the first of `signs` stands, and how long it is; npos if there is none.
template <class All>
std::pair<std::size_t, std::size_t> first_of(std::string_view text, All const& signs) {
    auto found = std::pair{std::string_view::npos, std::size_t{0}};
    for (auto const sign : signs)
        if (auto const at = text.find(sign); at < found.first) found = {at, sign.size()};
    return found;
}

void add_post(std::string_view text, std::vector<Post>& posts) {
    auto const [at, length] = first_of(text, before_position);
    Post post{std::string{sheet::trimmed(text.substr(0, at))}, {}};
    if (at != text.npos) post.position = sheet::trimmed(text.substr(at + length));
    if (!post.department.empty() || !post.position.empty()) posts.push_back(std::move(post));
}

}  // namespace

std::string posts_text(std::vector<Post> const& posts) {
    std::string text;
    for (auto const& [department, position] : posts) {
        if (!text.empty()) text += between_posts.front();
        text += department;
        if (!position.empty()) text += std::string{before_position.front()} + position;
    }
    return text;
}

std::vector<Post> parse_posts(std::string_view text) {
    std::vector<Post> posts;
    for (;;) {
        auto const [at, length] = first_of(text, between_posts);
        add_post(text.substr(0, at), posts);
        if (at == text.npos) return posts;
        text.remove_prefix(at + length);
    }
}

bool is_department_name(std::string_view name) {
    return first_of(name, between_posts).second == 0 && first_of(name, before_position).second == 0;
}

}  // namespace horenso::directory
