#include "app/sample.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <stdexcept>
#include <unordered_map>

#include "app/sample_files.hpp"
#include "app/sample_plan.hpp"
#include "features/contacts/contacts.hpp"
#include "features/talk/talk.hpp"
#include "platform/base/together.hpp"
#include "platform/crypto/token.hpp"
#include "platform/crypto/uuid.hpp"
#include "services/directory/directory.hpp"

namespace horenso::app {
namespace {

using namespace std::chrono_literals;
using By = SampleOffice::Members::By;
using directory::Role;

/// What the store refuses for want of room is told to whoever runs the server. Anything else that is
/// refused was wrong in the files.
Problem outage(Problem const& problem, std::string const& where) {
    if (problem.status >= 500) return problem;
    auto what = "the sample office, " + where + ": " + problem.code;
    for (auto const& field : problem.fields) what += ", " + field.path + ' ' + field.code;
    throw std::runtime_error{what};
}

Task<Result<media::Portrait>> as_made(media::Portrait portrait) { co_return portrait; }

/// A client key from the place in the files, so that a load that was cut off says nothing twice.
std::string key_of(std::string const& place) {
    auto const digest = crypto::sha256(place);
    crypto::Uuid uuid;
    std::copy_n(digest.begin(), uuid.size(), uuid.begin());
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0f) | 0x80);  // RFC 9562 §5.8
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3f) | 0x80);
    return crypto::uuid_text(uuid);
}

/// Talk with a clock that stands where the step being made happened.
struct Past {
    explicit Past(SampleNeeds const& needs)
        : hours({needs.store, clock, needs.policy}),
          talk({needs.store, clock, needs.ids, needs.policy, hours}),
          groups({needs.store, clock}) {}
    Past(Past const&) = delete;

    SetClock clock{Instant{}};
    hours::Hours hours;
    talk::Talk talk;
    talk::Groups groups;
};

/// Makes one office. Rooms fill side by side, so that the store keeps many writes with one fsync.
class Loading {
public:
    Loading(SampleNeeds needs, SampleOffice office)
        : needs_(needs),
          office_(std::move(office)),
          today_(local_date(needs.clock.now())),
          start_(local_midnight(working_day(today_, -5)) + 8h) {}

    Task<Result<Done>> run(std::optional<directory::Org> half_made);

private:
    struct Opened {
        RoomId id;
        std::string place;  // "minato/soumu"
        std::vector<std::string> members;
        std::vector<SampleStep> steps;
    };

    Task<Result<directory::Org>> make_org();
    Task<Result<Done>> admit_staff();
    Task<Result<Done>> settle();
    Task<Result<Done>> add_contacts();
    Task<Result<Done>> choose_photos();
    Task<Result<Done>> fill_rooms();
    Task<Result<Done>> accept_guideline();
    Task<> accept(Viewer const& reader, std::int64_t edition);
    Task<> open(SampleOffice::Room const& room);
    Task<> list(SampleOffice::Room const& room, Opened const& opened);
    Task<std::optional<RoomId>> find(SampleOffice::Room const& room, Opened const& opened);
    Task<std::optional<RoomId>> make(SampleOffice::Room const& room, Opened const& opened);
    Task<> say(Opened const& room);
    Task<> read(Opened const& room, std::string const& who);
    Task<Result<Done>> send_on_leave();
    Task<Result<Done>> appoint();
    Task<Result<Done>> give_sets();

    PersonId person(std::string const& login) const;
    Viewer viewer(std::string const& login) const { return {org_, person(login), {}}; }
    std::vector<std::string> members(SampleOffice::Room const& room) const;
    talk::NewRoom draft(SampleOffice::Room const& room, Opened const& opened) const;

    SampleNeeds needs_;
    SampleOffice office_;
    Date today_;
    Instant start_;
    SetClock clock_{start_};
    policy::Policy policy_{{needs_.store, needs_.clock}};
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
    std::vector<Opened> rooms_;
    std::optional<Problem> refused_;  // an outage that was met side by side
};

PersonId Loading::person(std::string const& login) const {
    auto const found = ids_.find(login);
    if (found == ids_.end()) throw std::runtime_error{"the sample office: nobody is " + login};
    return found->second;
}

/// The logins of everybody in the room, each once.
std::vector<std::string> Loading::members(SampleOffice::Room const& room) const {
    std::vector<std::string> logins;
    if (!room.is_automatic) logins.push_back(room.master);
    for (auto const& [by, name] : room.members) {
        auto const before = logins.size();
        if (by == By::login) logins.push_back(name);
        for (auto const& one : staff_) {
            auto const& trait = by == By::department ? one.department : one.employment;
            if (by != By::login && trait == name)
                logins.push_back(one.login.substr(0, one.login.find('@')));
        }
        if (logins.size() == before)
            throw std::runtime_error{"the sample office, " + room.key + ": nobody is in " + name};
    }
    std::ranges::sort(logins);
    logins.erase(std::ranges::unique(logins).begin(), logins.end());
    return logins;
}

talk::NewRoom Loading::draft(SampleOffice::Room const& room, Opened const& opened) const {
    talk::NewRoom draft;
    draft.kind = room.name.empty() ? talk::RoomKind::direct : talk::RoomKind::group;
    draft.name = room.name;
    for (auto const& login : opened.members)
        if (login != room.master) draft.members.push_back(person(login));
    draft.client_key = key_of(opened.place);
    return draft;
}

Task<Result<Done>> Loading::admit_staff() {
    auto imported = co_await directory_.import_staff_of(org_, office_.staff_csv);
    if (!imported) co_return outage(imported.problem(), "staff.csv");
    staff_ = co_await directory_.people_of(org_);
    for (auto const& one : staff_) ids_.emplace(one.login.substr(0, one.login.find('@')), one.id);
    co_return Done{};
}

/// Sites, with the departments there.
Task<Result<Done>> Loading::settle() {
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

Task<Result<Done>> Loading::add_contacts() {
    contacts::Contacts contacts{{needs_.store, clock_, needs_.ids}};
    auto imported = co_await contacts.import_sheet_of(org_, office_.contacts_csv);
    if (!imported) co_return outage(imported.problem(), "contacts.csv");
    co_return Done{};
}

/// As people chose them; made small before, so that a program without its worker has them too.
Task<Result<Done>> Loading::choose_photos() {
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

/// Opens a room, unless it is there by itself, and says there what was said.
Task<> Loading::open(SampleOffice::Room const& room) {
    Opened opened{{}, office_.slug + '/' + room.key, members(room), {}};
    opened.steps = plan_room(office_, room, opened.members, today_);
    auto opening = room.is_automatic ? find(room, opened) : make(room, opened);
    auto const id = co_await std::move(opening);
    if (!id) co_return;
    opened.id = *id;
    if (!room.purpose.empty()) co_await list(room, opened);
    co_await say(opened);
    rooms_.push_back(std::move(opened));
}

/// The room that the directory made by itself for those who are in it.
Task<std::optional<RoomId>> Loading::find(SampleOffice::Room const& room, Opened const& opened) {
    Past past{needs_};
    auto const& [by, name] = room.members.front();
    auto const member = viewer(opened.members.front());
    auto const rooms = co_await past.talk.rooms(member);
    for (auto const& one : rooms)
        if (one.origin && one.origin->name == name) co_return one.id;
    throw std::runtime_error{"the sample office, " + room.key + ": no room for " + name};
}

Task<std::optional<RoomId>> Loading::make(SampleOffice::Room const& room, Opened const& opened) {
    Past past{needs_};
    past.clock.set(start_);
    auto const master = viewer(room.master);
    auto wanted = draft(room, opened);
    auto made = co_await past.talk.create_room(master, std::move(wanted));
    if (made) co_return made->id;
    refused_ = outage(made.problem(), opened.place);
    co_return std::nullopt;
}

/// Everybody finds the group from now on (clause 6.1).
Task<> Loading::list(SampleOffice::Room const& room, Opened const& opened) {
    Past past{needs_};
    past.clock.set(start_);
    talk::GroupChange change{room.name, {talk::Visibility::listed, room.purpose}};
    if (room.ends_in) change.group.ends_on = iso_text(working_day(today_, *room.ends_in));
    auto const master = viewer(room.master);
    auto set = co_await past.groups.set(master, opened.id, std::move(change));
    // A load cut off on another day counted from there.
    if (!set && set.problem().code != "talk.group_changed")
        refused_ = outage(set.problem(), opened.place);
}

Task<> Loading::say(Opened const& room) {
    Past past{needs_};
    for (auto const& step : room.steps) {
        if (step.kind != SampleStep::Kind::say) continue;
        past.clock.set(step.at);
        auto const author = viewer(step.who);
        auto const place = room.place + '/' + std::to_string(step.seq);
        talk::NewMessage message{step.text, key_of(place)};
        auto said = co_await past.talk.post(author, room.id, std::move(message));
        // A load cut off on another day had other dates in this text: what was said then stays.
        if (said || said.problem().code == "talk.key_reused") continue;
        refused_ = outage(said.problem(), place);
        co_return;
    }
}

/// One member reads the room, from the first look to the last.
Task<> Loading::read(Opened const& room, std::string const& who) {
    Past past{needs_};
    auto const reader = viewer(who);
    for (auto const& step : room.steps) {
        if (step.kind != SampleStep::Kind::read || step.who != who) continue;
        past.clock.set(step.at);
        auto read = co_await past.talk.mark_read(reader, room.id, step.seq);
        if (read) continue;
        refused_ = outage(read.problem(), room.place);
        co_return;
    }
}

Task<Result<Done>> Loading::fill_rooms() {
    std::vector<Task<>> opening;
    for (auto const& room : office_.rooms) opening.push_back(open(room));
    co_await together(std::move(opening));
    if (refused_) co_return *refused_;

    std::vector<Task<>> reading;
    for (auto const& room : rooms_)
        for (auto const& who : room.members) reading.push_back(read(room, who));
    co_await together(std::move(reading));
    if (refused_) co_return *refused_;
    co_return Done{};
}

Task<> Loading::accept(Viewer const& reader, std::int64_t edition) {
    auto accepted = co_await policy_.accept(reader, edition);
    if (!accepted) refused_ = outage(accepted.problem(), "the guideline");
}

/// Everybody but the newcomer has accepted the guideline; clause B7.
Task<Result<Done>> Loading::accept_guideline() {
    auto const newcomer = viewer(office_.newcomer);
    auto const guideline = co_await policy_.guideline(newcomer);
    std::vector<Viewer> readers;
    for (auto const& one : staff_)
        if (one.id != newcomer.person) readers.push_back({org_, one.id, {}});
    std::vector<Task<>> accepting;
    for (auto const& reader : readers)
        accepting.push_back(accept(reader, guideline.edition.number));
    co_await together(std::move(accepting));
    if (refused_) co_return *refused_;
    co_return Done{};
}

/// Whoever is away is on leave, since before anything was said; clause B5.
Task<Result<Done>> Loading::send_on_leave() {
    auto const first = iso_text(local_date(start_ - 30 * 24h));
    for (auto const& login : office_.away) {
        auto const who = std::ranges::find(staff_, person(login), &directory::Person::id);
        if (who->leave) continue;
        directory::Leave leave{first, std::nullopt};
        auto sent = co_await directory_.set_leave_of(org_, who->id, std::move(leave));
        if (!sent) co_return outage(sent.problem(), "office.toml");
    }
    co_return Done{};
}

Task<Result<Done>> Loading::appoint() {
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
Task<Result<Done>> Loading::give_sets() {
    for (auto const& [name, permissions, people] : office_.sets) {
        directory::NewRoleSet set{name, {}};
        for (auto const& one : permissions)
            if (auto const known = directory::permission_named(one)) set.permissions.insert(*known);
        std::vector<PersonId> ids;
        for (auto const& login : people) ids.push_back(person(login));
        auto given = co_await appointments_.give_set_of(org_, std::move(set), std::move(ids));
        if (!given) co_return outage(given.problem(), "office.toml");
    }
    co_return Done{};
}

/// Where a twin that starts at the same moment was first, its organisation: what follows may be done by both.
Task<Result<directory::Org>> Loading::make_org() {
    auto made = co_await directory_.create_org(office_.slug, office_.name);
    if (made || made.problem().code != "directory.slug_taken") co_return made;
    auto const orgs = co_await directory_.orgs();
    for (auto const& org : orgs)
        if (org.slug == office_.slug) co_return org;
    co_return made;
}

Task<Result<Done>> Loading::run(std::optional<directory::Org> half_made) {
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
    auto added = co_await add_contacts();
    if (!added) co_return added;
    auto chosen = co_await choose_photos();
    if (!chosen) co_return chosen;
    auto filled = co_await fill_rooms();
    if (!filled) co_return filled;
    auto accepted = co_await accept_guideline();
    if (!accepted) co_return accepted;
    auto sent = co_await send_on_leave();
    if (!sent) co_return sent;
    co_return co_await appoint();  // last: who finds an administrator finds a whole office
}

bool has_administrator(std::vector<directory::Person> const& people) {
    return std::ranges::count(people, directory::Role::administrator, &directory::Person::role) > 0;
}

}  // namespace

Task<Result<Done>> load_sample(SampleNeeds needs, std::span<embedded::File const> files) {
    directory::Directory directory{{needs.store, needs.clock, needs.ids}};
    auto const orgs = co_await directory.orgs();
    for (auto const& org : orgs) {
        auto const people = co_await directory.people_of(org.id);
        if (has_administrator(people)) co_return Done{};
    }
    auto office = read_sample_files(files);
    std::optional<directory::Org> half_made;
    if (!orgs.empty()) {
        if (orgs.front().slug != office.slug) co_return Done{};
        half_made = orgs.front();
    }
    Loading loading{needs, std::move(office)};
    co_return co_await loading.run(std::move(half_made));
}

}  // namespace horenso::app
