// The council with its guideline: 青木 administers, 佐藤 heads 地域福祉課, where 田中 works too; 原 works elsewhere.
#pragma once
#include <string>
#include <utility>

#include "kit/office.hpp"
#include "services/policy/policy.hpp"

namespace horenso::policy::kit {

using horenso::kit::must;
using horenso::kit::wait_for;

class PolicyOnBothDatabases : public horenso::kit::OfficeOnBothDatabases {
protected:
    void SetUp() override {
        OfficeOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        must(wait_for(
            office().directory.set_head(office().aoki, "地域福祉課", office().sato.person)));
    }

    Policy& policy() { return office().policy; }
    Viewer const& aoki() { return office().aoki; }
    Viewer const& sato() { return office().sato; }
    Viewer const& tanaka() { return office().tanaka; }
    Viewer const& hara() { return office().hara; }

    Result<Done> set(Viewer const& by, std::string clause, std::string name,
                     std::optional<std::string> value, Choice::For whom = Choice::For::everybody) {
        Choice choice{std::move(clause), std::move(name), whom, std::move(value)};
        return wait_for(policy().choose(by, std::move(choice)));
    }
    Result<Done> set_here(Viewer const& by, std::string clause, std::string name,
                          std::optional<std::string> value) {
        return set(by, std::move(clause), std::move(name), std::move(value),
                   Choice::For::department);
    }
    /// As it holds for `viewer`.
    InForce<Mode> mode(Viewer const& viewer, std::string const& clause,
                       std::string const& measure = "main") {
        auto const guideline = wait_for(policy().guideline(viewer));
        auto const& of = *find_clause(clause);
        return guideline.settings.mode(of, *find_measure(of, measure), guideline.department);
    }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }
};

}  // namespace horenso::policy::kit
