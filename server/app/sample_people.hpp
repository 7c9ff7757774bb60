#pragma once
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/sample.hpp"
#include "app/sample_files.hpp"
#include "features/talk/talk.hpp"
#include "services/directory/directory.hpp"

namespace horenso::app {

/// What the store refuses for want of room is told to whoever runs the server. Anything else that is
/// refused was wrong in the files: throws std::runtime_error.
Problem outage(Problem const& problem, std::string const& where);

/// The organisation and people of a sample office, made in three steps; each may be done again.
class SamplePeople {
public:
    /// They come at `start`.
    SamplePeople(SampleNeeds needs, SampleOffice const& office, Instant start)
        : needs_(needs), office_(office), clock_(start) {}
    SamplePeople(SamplePeople const&) = delete;

    /// The organisation, unless it is there; everybody, with their photos; and where they work.
    Task<Result<Done>> admit(std::optional<directory::Org> half_made);
    Task<Result<Done>> send_on_leave();
    /// Comes last of all: who finds an administrator finds a whole office.
    Task<Result<Done>> appoint();

    OrgId org() const { return org_; }
    std::vector<directory::Person> const& staff() const { return staff_; }
    /// Throws std::runtime_error if there is nobody.
    Viewer viewer(std::string const& login) const { return {org_, person(login), {}}; }
    PersonId person(std::string const& login) const;

private:
    Task<Result<directory::Org>> make_org();
    Task<Result<Done>> admit_staff();
    Task<Result<Done>> settle();
    Task<Result<Done>> choose_photos();
    Task<Result<Done>> give_sets();

    SampleNeeds needs_;
    SampleOffice const& office_;
    SetClock clock_;
    talk::StaffRooms staff_rooms_{{needs_.store, clock_, needs_.ids}};
    directory::Directory directory_{
        {.store = needs_.store,
         .clock = clock_,
         .ids = needs_.ids,
         .also_make = [this](Tx& tx, OrgId org) { needs_.policy.make(tx, org); },
         .also_place =
             [this](Tx& tx, OrgId org, directory::StaffPlan const& staff) {
                 staff_rooms_.place(tx, org, staff);
             }}};
    directory::Appointments appointments_{{needs_.store, clock_, needs_.ids}};
    OrgId org_;
    std::vector<directory::Person> staff_;
    std::unordered_map<std::string, PersonId> ids_;  // by login, without '@' and the slug
};

}  // namespace horenso::app
