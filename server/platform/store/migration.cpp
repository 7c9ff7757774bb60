#include "platform/store/migration.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <stdexcept>
#include <tuple>

namespace horenso {
namespace {

constexpr std::array<std::string_view, 4> shelves{"platform", "services", "features", "across"};

// Neighbours that may build on those to their left. Others have no order but the alphabet.
constexpr std::array<std::string_view, 18> neighbours{
    "base",  "time", "text",      "crypto", "store",  "bus",    "blob",  "net",    "jobs",
    "audit", "live", "directory", "access", "groups", "policy", "files", "search", "notify"};

template <std::size_t N>
std::size_t place(std::array<std::string_view, N> const& order, std::string_view name) {
    return static_cast<std::size_t>(std::find(order.begin(), order.end(), name) - order.begin());
}

auto rank(Migration const& step) {
    auto const slash = std::min(step.folder.find('/'), step.folder.size());
    auto const shelf = std::string_view{step.folder}.substr(0, slash);
    auto const name = std::string_view{step.folder}.substr(std::min(slash + 1, step.folder.size()));
    return std::tuple{place(shelves, shelf), place(neighbours, name), name, step.number};
}

struct Named {
    std::string folder;
    int number = 0;
    std::string name = {};
    bool sqlite = true;
    bool postgres = true;
};

[[noreturn]] void refuse(std::string_view what, std::string_view why) {
    throw std::logic_error{std::string{what} + ": " + std::string{why}};
}

bool drop_end(std::string_view& text, std::string_view end) {
    if (!text.ends_with(end)) return false;
    text.remove_suffix(end.size());
    return true;
}

// "features/talk/migrations/0004_search.sqlite.sql"
Named named(std::string_view path) {
    constexpr std::string_view middle = "/migrations/";
    auto const at = path.find(middle);
    auto file = path.substr(at + middle.size());
    drop_end(file, ".sql");
    Named step{.folder = std::string{path.substr(0, at)}};
    step.postgres = !drop_end(file, ".sqlite");
    step.sqlite = !drop_end(file, ".postgres");
    auto const four = file.substr(0, 4);
    auto const [end, error] = std::from_chars(four.data(), four.data() + four.size(), step.number);
    if (error != std::errc{} || end != four.data() + 4 || file.size() < 6 || file[4] != '_')
        refuse(path, "a migration is called 0001_name.sql");
    step.name = file.substr(5);
    if (place(shelves, step.folder.substr(0, step.folder.find('/'))) == shelves.size())
        refuse(path, "this folder is on no shelf");
    return step;
}

// "-- needs: services/directory/0001" on the first line.
std::vector<std::string> needs_of(std::string_view text) {
    constexpr std::string_view mark = "-- needs:";
    std::vector<std::string> needs;
    if (!text.starts_with(mark)) return needs;
    auto line = text.substr(mark.size(), text.find('\n') - mark.size());
    while (!line.empty()) {
        auto const begin = line.find_first_not_of(" ,\r");
        if (begin == std::string_view::npos) break;
        line.remove_prefix(begin);
        auto const end = std::min(line.find_first_of(" ,\r"), line.size());
        needs.emplace_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return needs;
}

std::string key_of(Migration const& step) {
    auto number = std::to_string(step.number);
    number.insert(0, 4 - std::min<std::size_t>(4, number.size()), '0');
    return step.folder + "/" + number;
}

void check(std::vector<Migration> const& steps) {
    std::map<std::string, int> last;
    std::set<std::string> made;
    for (auto const& step : steps) {
        auto const key = key_of(step);
        if (step.number != ++last[step.folder]) refuse(key, "the number before it is missing");
        if (step.sqlite.empty() || step.postgres.empty()) refuse(key, "one dialect has no text");
        for (auto const* text : {&step.sqlite, &step.postgres})
            for (auto const& need : needs_of(*text))
                if (!made.contains(need))
                    refuse(key, "needs " + need + ", which does not come before");
        made.insert(key);
    }
}

}  // namespace

std::vector<Migration> find_migrations(std::span<embedded::File const> files) {
    std::map<std::pair<std::string, int>, Migration> found;
    for (auto const& file : files) {
        if (!file.path.ends_with(".sql") ||
            file.path.find("/migrations/") == std::string_view::npos)
            continue;
        auto const name = named(file.path);
        auto& step = found[{name.folder, name.number}];
        bool const twin = (name.sqlite && !step.sqlite.empty()) ||
                          (name.postgres && !step.postgres.empty()) ||
                          (!step.name.empty() && step.name != name.name);
        if (twin) refuse(file.path, "another migration has this number");
        step.folder = name.folder;
        step.number = name.number;
        step.name = name.name;
        if (name.sqlite) step.sqlite = file.bytes;
        if (name.postgres) step.postgres = file.bytes;
    }
    std::vector<Migration> steps;
    for (auto& [key, step] : found) steps.push_back(std::move(step));
    std::sort(steps.begin(), steps.end(),
              [](auto const& a, auto const& b) { return rank(a) < rank(b); });
    check(steps);
    return steps;
}

}  // namespace horenso
