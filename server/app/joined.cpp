#include "app/joined.hpp"

#include "features/contacts/contacts.hpp"
#include "features/talk/talk.hpp"
#include "services/hours/hours.hpp"
#include "services/notify/notify.hpp"

namespace horenso::app {

live::Sync::Needs sync_needs(Store& store) {
    auto access_version = [](Tx& tx, live::Reader reader) {
        return directory::access_version(tx, reader.org, PersonId{reader.person});
    };
    return {store,
            access_version,
            {directory::source(), access::source(), policy::Policy::source(),
             hours::Hours::source(), notify::Notify::source(), talk::Talk::source(),
             talk::Talk::marks_source(), talk::LaterMessages::source(), talk::Groups::source(),
             talk::Reviews::source(), contacts::Contacts::source()}};
}

std::vector<directory::Erased> erase_person(Tx& tx, OrgId org, PersonId person) {
    auto erased = access::erase_person(tx, org, person);
    for (auto& one : talk::erase_person(tx, org, person)) erased.push_back(std::move(one));
    erased.push_back(hours::erase_person(tx, org, person));
    erased.push_back(notify::erase_person(tx, org, person));
    erased.push_back(policy::erase_person(tx, org, person));
    erased.push_back(contacts::erase_person(tx, org, person));
    return erased;
}

std::vector<directory::HandOver> carried_by(Tx& tx, OrgId org, PersonId person) {
    auto carried = talk::carried_by(tx, org, person);
    for (auto& one : contacts::carried_by(tx, org, person)) carried.push_back(std::move(one));
    return carried;
}

std::vector<access::Seen> could_see(Tx& tx, OrgId org, PersonId person) {
    auto seen = talk::could_see(tx, org, person);
    auto const people = static_cast<std::int64_t>(directory::person_ids(tx, org).size());
    seen.push_back({"people", "", people});
    return seen;
}

access::DeviceRules device_rules(policy::Policy const& policy, Tx& tx, OrgId org) {
    auto const settings = policy.settings(tx, org);
    return {.limits_places = settings.is_on("3.4"), .asks_first = settings.asks_first("3.6")};
}

}  // namespace horenso::app
