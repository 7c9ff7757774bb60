// Who works in the sample office: where, as what, and what they are entrusted with.
#include "app/sample_people.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

#include "platform/time/japanese_date.hpp"

namespace horenso::app {
namespace {

using namespace std::chrono_literals;
using directory::Role;

Task<Result<media::Portrait>> as_made(media::Portrait portrait) { co_return portrait; }

}  // namespace

Problem outage(Problem const& problem, std::string const& where) {
    if (problem.status >= 500) return problem;
    auto what = "the sample office, " + where + ": " + problem.code;
    for (auto const& field : problem.fields) what += ", " + field.path + ' ' + field.code;
    throw std::runtime_error{what};
}

PersonId SamplePeople::person(std::string const& login) const {
    auto const found = ids_.find(login);
    if (found == ids_.end()) throw std::runtime_error{"the sample office: nobody is " + login};
    return found->second;
}

Task<Result<Done>> SamplePeople::admit(std::optional<directory::Org> half_made) {
    if (!half_made) {
        auto made = co_await make_org();
        if (!made) co_return outage(made.problem(), "office.toml");
        half_made = *made;
    }
    org_ = half_made->id;
    auto admitted = co_await admit_staff();
    if (!admitted) co_return admitted;
    auto settled = co_await settle();
    if (!settled) co_return settled;
    co_return co_await choose_photos();
}

/// Where a twin that starts at the same moment was first, its organisation: what follows may be done by both.
Task<Result<directory::Org>> SamplePeople::make_org() {
    auto made = co_await directory_.create_org(office_.slug, office_.name);
    if (made || made.problem().code != "directory.slug_taken") co_return made;
    auto const orgs = co_await directory_.orgs();
    for (auto const& org : orgs)
        if (org.slug == office_.slug) co_return org;
    co_return made;
}

Task<Result<Done>> SamplePeople::admit_staff() {
    auto imported = co_await directory_.import_staff_of(org_, office_.staff_csv);
    if (!imported) co_return outage(imported.problem(), "staff.csv");
    staff_ = co_await directory_.people_of(org_);
    for (auto const& one : staff_) ids_.emplace(one.login.substr(0, one.login.find('@')), one.id);
    co_return Done{};
}

/// Sites, with the departments there.
Task<Result<Done>> SamplePeople::settle() {
    directory::Sites sites{{needs_.store, clock_}};
    std::vector<directory::NewSite> wanted;
    for (auto const& [name, address, telephone, departments] : office_.sites)
        wanted.push_back({name, std::nullopt, address, telephone});
    auto set = co_await sites.set_of(org_, std::move(wanted));
    if (!set) co_return outage(set.problem(), "office.toml");
    for (auto const& site : office_.sites)
        for (auto const& department : site.departments) {
            auto moved = co_await sites.move_of(org_, department, site.name);
            if (!moved) co_return outage(moved.problem(), "office.toml");
        }
    co_return Done{};
}

/// As people chose them; made small before, so that a program without its worker has them too.
Task<Result<Done>> SamplePeople::choose_photos() {
    auto const by_login = [&](std::string, std::string login) -> Task<Result<media::Portrait>> {
        auto const& photo = *std::ranges::find(office_.photos, login, &SampleOffice::Photo::login);
        media::Portrait portrait{photo.large, photo.small};
        return as_made(std::move(portrait));
    };
    directory::Photos const photos{{needs_.store, clock_, needs_.ids, by_login}};
    for (auto const& photo : office_.photos) {
        auto const of = viewer(photo.login);
        auto const who = std::ranges::find(staff_, of.person, &directory::Person::id);
        if (who->photo) continue;
        auto set = co_await photos.set(of, photo.login);
        if (!set) co_return outage(set.problem(), "photos");
    }
    co_return Done{};
}

/// Whoever is away is on leave, since before anything was said; clause B5.
Task<Result<Done>> SamplePeople::send_on_leave() {
    auto const first = iso_text(local_date(clock_.now() - 30 * 24h));
    for (auto const& login : office_.away) {
        auto const who = std::ranges::find(staff_, person(login), &directory::Person::id);
        if (who->leave) continue;
        directory::Leave leave{first, std::nullopt};
        auto sent = co_await directory_.set_leave_of(org_, who->id, std::move(leave));
        if (!sent) co_return outage(sent.problem(), "office.toml");
    }
    co_return Done{};
}

Task<Result<Done>> SamplePeople::appoint() {
    for (auto const& login : office_.heads) {
        auto const head = std::ranges::find(staff_, person(login), &directory::Person::id);
        auto set = co_await directory_.set_head_of(org_, head->department, head->id);
        if (!set) co_return outage(set.problem(), "office.toml");
    }
    auto given = co_await give_sets();
    if (!given) co_return given;
    std::array const roles{std::pair{office_.sub_administrator, Role::sub_administrator},
                           std::pair{office_.administrator, Role::administrator}};
    for (auto const& [login, role] : roles) {
        auto appointed = co_await directory_.set_role(org_, login + '@' + office_.slug, role);
        if (!appointed) co_return outage(appointed.problem(), "office.toml");
    }
    for (auto const& [login, role] : roles) {  // who know it
        auto const who = viewer(login);
        auto seen = co_await appointments_.see(who, std::numeric_limits<std::int64_t>::max());
        if (!seen) co_return outage(seen.problem(), "office.toml");
    }
    co_return Done{};
}

/// Clause 3.1: what somebody is entrusted with besides.
Task<Result<Done>> SamplePeople::give_sets() {
    for (auto const& [name, permissions, people] : office_.sets) {
        directory::NewRoleSet set{name, {}};
        for (auto const& one : permissions) {
            auto const known = directory::permission_named(one);
            if (!known) throw std::runtime_error{"the sample office: nothing to permit is " + one};
            set.permissions.insert(*known);
        }
        std::vector<PersonId> ids;
        for (auto const& login : people) ids.push_back(person(login));
        auto given = co_await appointments_.give_set_of(org_, std::move(set), std::move(ids));
        if (!given) co_return outage(given.problem(), "office.toml");
    }
    co_return Done{};
}

}  // namespace horenso::app
