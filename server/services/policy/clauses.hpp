#pragma once
#include <array>
#include <span>
#include <string_view>

#include "services/audit/audit.hpp"
#include "services/policy/mode.hpp"

namespace horenso::policy {

/// The measure that a clause has of its own; the mode of the clause is its mode.
inline constexpr audit::Word main_measure{"main"};

/// One thing that the program does for a clause, with the modes it may have. One mode: it is fixed.
struct Measure {
    audit::Word name = main_measure;
    Modes modes = {};
    constexpr bool is_fixed() const { return modes == Modes{first()}; }

private:
    constexpr Mode first() const {
        for (auto mode : {Mode::off, Mode::hint, Mode::confirm, Mode::block, Mode::on})
            if (modes.has(mode)) return mode;
        return Mode::off;
    }
};

/// A number that an organisation may set.
struct Parameter {
    char const* name = "";
    int least = 0;
    int most = 0;
};

/// A clause of the guideline as the program knows it. Its words are the organisation's (edition.hpp).
struct Clause {
    audit::Word id;
    std::array<Measure, 3> measures = {};  ///< those with modes; none if another clause decides
    Parameter parameter = {};
    char const* as = "";          ///< the clause whose modes hold for this one too
    char const* carried_by = "";  ///< the folders that carry it, "policy talk"; empty: not yet
};

/// All of them, in the order of the guideline. Ids never change.
std::span<Clause const> clauses();

/// nullptr if no clause has this id.
Clause const* find_clause(std::string_view id);

/// The measures of a clause, or of the one that decides for it.
std::span<Measure const> measures_of(Clause const& clause);
/// nullptr if it has none of this name.
Measure const* find_measure(Clause const& clause, std::string_view name);

}  // namespace horenso::policy
