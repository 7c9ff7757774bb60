#include "app/sample.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "app/sample_files.hpp"
#include "app/sample_people.hpp"
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

    Task<Result<Done>> add_contacts();
    Task<Result<Done>> fill_rooms();
    Task<Result<Done>> accept_guideline();
    Task<> accept(Viewer const& reader, std::int64_t edition);
    Task<> open(SampleOffice::Room const& room);
    Task<> list(SampleOffice::Room const& room, Opened const& opened);
    Task<std::optional<RoomId>> find(SampleOffice::Room const& room, Opened const& opened);
    Task<std::optional<RoomId>> make(SampleOffice::Room const& room, Opened const& opened);
    Task<> say(Opened const& room);
    Task<> read(Opened const& room, std::string const& who);

    Viewer viewer(std::string const& login) const { return people_.viewer(login); }
    std::vector<std::string> members(SampleOffice::Room const& room) const;
    talk::NewRoom draft(SampleOffice::Room const& room, Opened const& opened) const;

    SampleNeeds needs_;
    SampleOffice office_;
    Date today_;
    Instant start_;
    SetClock clock_{start_};
    policy::Policy policy_{{needs_.store, needs_.clock}};
    SamplePeople people_{needs_, office_, start_};
    std::vector<Opened> rooms_;
    std::optional<Problem> refused_;  // an outage that was met side by side
};

/// The logins of everybody in the room, each once.
std::vector<std::string> Loading::members(SampleOffice::Room const& room) const {
    std::vector<std::string> logins;
    if (!room.is_automatic) logins.push_back(room.master);
    for (auto const& [by, name] : room.members) {
        auto const before = logins.size();
        if (by == By::login) logins.push_back(name);
        for (auto const& one : people_.staff()) {
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
        if (login != room.master) draft.members.push_back(people_.person(login));
    draft.client_key = key_of(opened.place);
    return draft;
}

Task<Result<Done>> Loading::add_contacts() {
    contacts::Contacts contacts{{needs_.store, clock_, needs_.ids}};
    auto imported = co_await contacts.import_sheet_of(people_.org(), office_.contacts_csv);
    if (!imported) co_return outage(imported.problem(), "contacts.csv");
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
    for (auto const& one : people_.staff())
        if (one.id != newcomer.person) readers.push_back({people_.org(), one.id, {}});
    std::vector<Task<>> accepting;
    for (auto const& reader : readers)
        accepting.push_back(accept(reader, guideline.edition.number));
    co_await together(std::move(accepting));
    if (refused_) co_return *refused_;
    co_return Done{};
}

Task<Result<Done>> Loading::run(std::optional<directory::Org> half_made) {
    auto admitted = co_await people_.admit(std::move(half_made));
    if (!admitted) co_return admitted;
    auto added = co_await add_contacts();
    if (!added) co_return added;
    auto filled = co_await fill_rooms();
    if (!filled) co_return filled;
    auto accepted = co_await accept_guideline();
    if (!accepted) co_return accepted;
    auto sent = co_await people_.send_on_leave();
    if (!sent) co_return sent;
    co_return co_await people_.appoint();
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
