#include "services/policy/clauses.hpp"

#include <algorithm>

namespace horenso::policy {
namespace {

using enum Mode;

constexpr Measure is_on{main_measure, Modes{on}};
constexpr Measure on_or_off{main_measure, Modes{off, on}};
constexpr Measure hint_or_off{main_measure, Modes{off, hint}};
constexpr Measure always_block{main_measure, Modes{block}};

constexpr Clause all[] = {
    {"0", {on_or_off}, {}, "", "policy hours"},
    {"B1", {on_or_off}, {}, "", "hours notify"},
    {"B2", {on_or_off}, {}, "", "hours notify"},
    {"B3",
     {on_or_off, Measure{"note", Modes{off, hint, confirm}}, Measure{"urgent", Modes{off, on}}},
     {},
     "",
     "hours notify talk"},
    {"B4", {on_or_off}},
    {"B5", {always_block}, {}, "", "directory access hours notify talk"},
    {"B6", {Measure{main_measure, Modes{off, hint, confirm, block}}}, {}, "", "policy talk"},
    {"B7", {on_or_off}, {"days", 0, 30}, "", "policy"},
    {"B8", {on_or_off}, {}, "", "policy talk"},
    {"B9", {}, {}, "2.5.a"},
    {"B10", {Measure{main_measure, Modes{hint, confirm, block}}}},
    {"B11", {Measure{main_measure, Modes{confirm, block}}, Measure{"watermark", Modes{off, on}}}},
    {"B12", {on_or_off}},
    {"B13", {is_on}},
    {"B14", {is_on}},
    {"1", {is_on}},
    {"2.1.a", {on_or_off}},
    {"2.1.b", {hint_or_off}},
    {"2.1.c", {hint_or_off}},
    {"2.2.a", {hint_or_off}, {"characters", 5, 50}},
    {"2.2.b", {hint_or_off}},
    {"2.3.a", {is_on}},
    {"2.3.b.1", {is_on}},
    {"2.3.b.2", {on_or_off}},
    {"2.3.b.3", {is_on}},
    {"2.4.a.1", {hint_or_off}},
    {"2.4.a.2", {on_or_off}},
    {"2.4.a.3", {on_or_off}},
    {"2.4.b", {on_or_off}},
    {"2.5.a",
     {Measure{main_measure, Modes{hint, confirm, block}}, Measure{"my_number", Modes{block}}}},
    {"2.5.b", {hint_or_off}},
    {"2.6.a", {is_on}},
    {"2.6.b", {always_block}},
    {"2.6.c", {hint_or_off}, {"day", 1, 28}},
    {"2.6.d", {is_on}},
    {"2.6.e", {on_or_off}},
    {"3.1", {is_on}, {}, "", "directory access"},
    {"3.2", {on_or_off}, {"yen", 0, 1'000'000}, "", "quiz"},
    {"3.3", {is_on}, {}, "", "access directory display"},
    {"3.4", {on_or_off}, {}, "", "access directory"},
    {"3.5", {Measure{main_measure, Modes{confirm, block}}}},
    {"3.6", {Measure{main_measure, Modes{confirm, on}}}, {}, "", "access"},
    {"3.7", {is_on}, {}, "", "access directory talk"},
    {"3.8", {is_on}},
    {"3.9", {is_on}, {}, "", "directory access hours notify talk policy"},
    {"4.1", {on_or_off}},
    {"4.2", {always_block}, {}, "", "contacts talk"},
    {"5.1", {hint_or_off}, {}, "", "policy talk"},
    {"5.2", {hint_or_off}, {}, "", "policy talk"},
    {"5.3", {hint_or_off}, {"characters", 50, 2'000}, "", "policy talk"},
    {"5.4", {on_or_off, Measure{"place", Modes{off, hint}}}},
    {"5.5", {is_on}, {}, "", "directory"},
    {"5.6", {on_or_off}},
    {"6.1", {is_on}, {}, "", "talk"},
    {"6.2", {hint_or_off}, {}, "", "policy talk"},
    {"6.3", {is_on}},
    {"6.4", {on_or_off}, {}, "", "directory talk"},
    {"7.1", {is_on}, {}, "", "access directory"},
    {"7.2", {is_on, Measure{"password", Modes{off, on}}}, {}, "", "access"},
    {"8.1", {is_on}},
    {"8.2", {is_on}},
    {"9", {is_on}},
};

}  // namespace

std::span<Clause const> clauses() { return all; }

Clause const* find_clause(std::string_view id) {
    auto const found =
        std::ranges::find_if(all, [&](Clause const& clause) { return id == clause.id.text(); });
    return found == std::end(all) ? nullptr : found;
}

std::span<Measure const> measures_of(Clause const& clause) {
    auto const* decides = clause.as[0] ? find_clause(clause.as) : &clause;
    auto const count =
        std::ranges::count_if(decides->measures, [](Measure const& m) { return !m.modes.empty(); });
    return std::span{decides->measures}.first(static_cast<std::size_t>(count));
}

Measure const* find_measure(Clause const& clause, std::string_view name) {
    for (auto const& measure : measures_of(clause))
        if (name == measure.name.text()) return &measure;
    return nullptr;
}

}  // namespace horenso::policy
