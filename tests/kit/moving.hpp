// An office whose directory is plugged into its rooms, as in the program.
#pragma once
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "kit/followers.hpp"
#include "platform/time/japanese_date.hpp"
#include "services/directory/directory.hpp"

namespace horenso::talk::kit {

/// 青木, its administrator, moves people about.
class MovingOffice : public FollowedOffice {
public:
    /// As it is to be; `was` empty: it is new.
    struct Department {
        std::string name, was, parent;
        std::int64_t people = 0;
    };
    enum class Hooks { with, without };

    std::vector<PersonId> everybody() {
        auto list = [&](Tx& tx) { return directory::person_ids(tx, office().minato); };
        return wait_for(store().read(list));
    }
    std::vector<Department> departments() {
        std::vector<Department> all;
        for (auto const& one : wait_for(directory().departments(office().aoki)).all)
            all.push_back({one.name, one.name, one.parent, one.people});
        return all;
    }

    void import(std::string csv, Hooks hooks = Hooks::with) {
        auto& into = hooks == Hooks::with ? *directory_ : office().directory;
        horenso::kit::must(wait_for(into.import_staff_of(office().minato, std::move(csv))));
    }
    /// At once; nothing, if that is as it is.
    void transfer(PersonId who, directory::NewValues values) { change(who, 0, std::move(values)); }
    /// Tomorrow.
    void plan(PersonId who, directory::NewValues values) { change(who, 1, std::move(values)); }
    /// The last administrator can't.
    void retire_tonight(PersonId who) {
        (void)wait_for(changes_->retire(office().aoki, who, day(0)));
        pass_a_day();
    }
    void pass_a_day() {
        office().clock.advance(std::chrono::hours{24});
        for (std::optional<Instant> next = office().clock.now(); next == office().clock.now();) {
            auto step = [&](Tx& tx) -> Result<Done> {
                next = changes_->do_next(tx, office().minato);
                return Done{};
            };
            horenso::kit::must(wait_for(store().write(step)));
        }
    }
    /// Refused where somebody works, or is to work, in one that is left out.
    bool try_departments(std::vector<Department> const& wanted) {
        std::vector<directory::NewDepartment> all;
        for (auto const& one : wanted) {
            directory::NewDepartment next{.name = one.name};
            if (!one.was.empty()) next.was = one.was;
            if (!one.parent.empty()) next.parent = one.parent;
            all.push_back(std::move(next));
        }
        auto const version = wait_for(directory().departments(office().aoki)).version;
        return static_cast<bool>(
            wait_for(directory().set_departments(office().aoki, version, std::move(all))));
    }
    void set_departments(std::vector<Department> const& wanted) {
        if (!try_departments(wanted)) throw std::runtime_error{"departments were refused"};
    }

    directory::Person person(std::string const& login) {
        for (auto const& one : wait_for(directory().people_of(office().minato)))
            if (one.login == login + "@minato") return one;
        throw std::runtime_error{"nobody is " + login};
    }

protected:
    void SetUp() override {
        FollowedOffice::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        staff_rooms_.emplace(StaffRooms::Needs{store(), office().clock, office().ids});
        reviews_.emplace(
            Reviews::Needs{store(), office().clock, office().ids, office().policy, office().hours});
        auto place = [this](Tx& tx, OrgId org, directory::StaffPlan const& moved) {
            staff_rooms_->place(tx, org, moved);
            reviews_->place(tx, org, moved);
        };
        directory_.emplace(directory::Directory::Needs{
            .store = store(),
            .clock = office().clock,
            .ids = office().ids,
            .also_place = place,
            .also_rearrange = [this](Tx& tx, OrgId org, directory::Renames const& renames) {
                staff_rooms_->rearrange(tx, org, renames);
            }});
        changes_.emplace(
            directory::Changes::Needs{store(), office().clock, office().ids, erase_person, place});
        horenso::kit::must(wait_for(staff_rooms_->make_missing()));
        deliver();
    }
    void TearDown() override {
        changes_.reset();
        directory_.reset();
        reviews_.reset();
        staff_rooms_.reset();
        FollowedOffice::TearDown();
    }

    directory::Directory& directory() { return *directory_; }
    StaffRooms const& staff_rooms() { return *staff_rooms_; }
    Reviews const& reviews() { return *reviews_; }
    PersonId sato() { return office().sato.person; }
    PersonId tanaka() { return office().tanaka.person; }
    PersonId aoki() { return office().aoki.person; }
    PersonId hara() { return office().hara.person; }

    std::int64_t access_version(PersonId who) {
        auto read = [&](Tx& tx) { return directory::access_version(tx, office().minato, who); };
        return wait_for(store().read(read));
    }

private:
    std::string day(int days) { return iso_text(add_days(local_date(office().clock.now()), days)); }
    void change(PersonId who, int days, directory::NewValues values) {
        auto const done =
            wait_for(changes_->transfer(office().aoki, who, day(days), std::move(values)));
        if (!done && done.problem().code != "directory.nothing_changes")
            throw std::runtime_error{"a transfer was refused: " + done.problem().code};
    }

    std::optional<StaffRooms> staff_rooms_;
    std::optional<Reviews> reviews_;
    std::optional<directory::Directory> directory_;
    std::optional<directory::Changes> changes_;
};

}  // namespace horenso::talk::kit
