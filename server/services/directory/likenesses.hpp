#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/text/fold.hpp"
#include "services/directory/directory.hpp"
#include "services/directory/staff_sheet.hpp"

namespace horenso::directory {

/// Everybody of one name and kana, and when they were hired: who a row without an ID can be.
class Likenesses {
public:
    void add(Person const& person, std::size_t index) {
        people_.emplace(key(person.name, person.kana), Hired{person.hired_on, index});
    }
    /// Whom `row` can be, two at most. A row that doesn't say when can be whoever has the name.
    std::vector<std::size_t> of(StaffRow const& row) const {
        std::vector<std::size_t> found;
        auto const [first, last] = people_.equal_range(key(row.name, row.kana));
        for (auto one = first; one != last && found.size() < 2; ++one)
            if (!row.hired_on || one->second.on == iso_text(*row.hired_on))
                found.push_back(one->second.index);
        return found;
    }

private:
    struct Hired {
        std::optional<std::string> on;
        std::size_t index;
    };
    /// A name as two sheets may both have typed it: with a space of any kind between its parts, or none,
    /// and with any variant of a character.
    static std::string written_anyhow(std::string const& name) {
        auto folded = text::fold_for_comparison(name);
        std::erase(folded, ' ');  // folding has made every space of a name this one
        return folded;
    }
    static std::string key(std::string const& name, std::string const& kana) {
        return written_anyhow(name) + '\n' + written_anyhow(kana);
    }
    std::multimap<std::string, Hired> people_;
};

}  // namespace horenso::directory
