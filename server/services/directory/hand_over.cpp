// What somebody alone carries, to be handed over before they go (引き継ぎ, clause 3.9).
#include "services/directory/departments.hpp"
#include "services/directory/role_rows.hpp"
#include "services/directory/rows.hpp"

namespace horenso::directory {

Task<Result<std::vector<HandOver>>> Changes::carried_by(Viewer const& viewer,
                                                        PersonId person) const {
    auto read = [&](Tx& tx) -> Result<std::vector<HandOver>> {
        if (person != viewer.person) {
            auto const permit = require<Permission::staff>(tx, viewer);
            if (!permit) return permit.problem();
        }
        auto const who = find_person(tx, viewer.org, person);
        if (!who) return Problem{.status = 404, .code = "directory.no_such_person"};
        std::vector<HandOver> all;
        if (who->role != Role::member) all.push_back({std::string{role_name(who->role)}, ""});
        for (auto const set : sets_of(tx, viewer.org, person))
            if (auto const known = find_role_set(tx, viewer.org, set))
                all.push_back({"role_set", known->name});
        for (auto& department : headed_by(tx, viewer.org, person))
            all.push_back({"head", std::move(department)});
        if (!needs_.also_carries) return all;
        for (auto& one : needs_.also_carries(tx, viewer.org, person)) all.push_back(std::move(one));
        return all;
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::directory
