#include "services/policy/dismissal.hpp"

#include "services/policy/policy.hpp"

namespace horenso::policy {
namespace {

constexpr Sql select_dismissals{R"(
    SELECT clause_id FROM policy_dismissal
     WHERE org_id = $1 AND person_id = $2 ORDER BY clause_id)"};

constexpr Sql insert_dismissal{R"(
    INSERT INTO policy_dismissal (org_id, person_id, clause_id) VALUES ($1, $2, $3)
    ON CONFLICT (org_id, person_id, clause_id) DO NOTHING)"};

constexpr Sql delete_dismissal{R"(
    DELETE FROM policy_dismissal WHERE org_id = $1 AND person_id = $2 AND clause_id = $3)"};

constexpr Sql delete_dismissals{R"(
    DELETE FROM policy_dismissal WHERE org_id = $1 AND person_id = $2)"};

}  // namespace

std::vector<std::string> dismissals(Tx& tx, OrgId org, PersonId person) {
    std::vector<std::string> clauses;
    auto row = tx.query(select_dismissals, org, person);
    while (row.next()) clauses.push_back(row.get<std::string>(0));
    return clauses;
}

void dismiss(Tx& tx, Viewer const& viewer, std::string const& clause) {
    tx.run(insert_dismissal, viewer.org, viewer.person, clause);
}

void undismiss(Tx& tx, Viewer const& viewer, std::string const& clause) {
    tx.run(delete_dismissal, viewer.org, viewer.person, clause);
}

directory::Erased erase_person(Tx& tx, OrgId org, PersonId person) {
    return {"dismissals", tx.run(delete_dismissals, org, person)};
}

Task<Result<Done>> Policy::want_hints(Viewer const& viewer, std::string clause, bool wanted) {
    auto write = [&](Tx& tx) -> Result<Done> {
        if (!find_clause(clause)) return Problem{.status = 404, .code = "policy.no_such_clause"};
        wanted ? undismiss(tx, viewer, clause) : dismiss(tx, viewer, clause);
        return Done{};
    };
    co_return co_await needs_.store.write(write);
}

}  // namespace horenso::policy
