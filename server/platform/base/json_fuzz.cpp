#include <cstdint>
#include <cstdlib>

#include "platform/base/json.hpp"

namespace {

struct Leaf {
    std::string text;
    std::int64_t number = 0;
    bool yes = false;
};
BOOST_DESCRIBE_STRUCT(Leaf, (), (text, number, yes))

struct Tree {
    std::optional<horenso::Id<Leaf>> id;
    std::optional<Leaf> leaf;
    std::vector<Leaf> leaves;
    std::vector<std::string> words;
};
BOOST_DESCRIBE_STRUCT(Tree, (), (id, leaf, leaves, words))

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

/// Whatever comes in is read, or it is refused with a reason; and what is read has the promised form.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const tree = horenso::json::read<Tree>(text);
    if (tree) {
        require(!tree->id || tree->id->value > 0);
        return 0;
    }
    auto const& problem = tree.problem();
    require(problem.status == 400);
    require(problem.code == "json.malformed" || !problem.fields.empty());
    for (auto const& field : problem.fields) require(!field.code.empty());
    return 0;
}
