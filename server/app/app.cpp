#include "app/app.hpp"

#include <exception>
#include <stdexcept>

#include "app/ca_page.hpp"
#include "app/certificates.hpp"
#include "app/control.hpp"
#include "app/first_start.hpp"
#include "app/joined.hpp"
#include "app/open_data.hpp"
#include "app/routes.hpp"
#include "app/signals.hpp"
#include "features/contacts/contacts.hpp"
#include "features/display/display.hpp"
#include "features/quiz/quiz.hpp"
#include "features/talk/talk.hpp"
#include "platform/backup/backups.hpp"
#include "platform/base/catalogue.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/base/log.hpp"
#include "platform/bus/bus.hpp"
#include "platform/crypto/hasher.hpp"
#include "platform/crypto/token.hpp"
#include "platform/media/workers.hpp"
#include "platform/net/server.hpp"
#include "platform/store/open.hpp"
#include "services/access/access.hpp"
#include "services/audit/audit.hpp"
#include "services/directory/directory.hpp"
#include "services/hours/hours.hpp"
#include "services/jobs/jobs.hpp"
#include "services/live/live.hpp"
#include "services/notify/notify.hpp"
#include "services/policy/policy.hpp"

namespace horenso::app {
namespace {

constexpr std::chrono::minutes looks_at_certificates{1};

std::optional<Certificates> made_if(bool wanted, Config const& config, Clock const& clock) {
    if (!wanted) return std::nullopt;
    return std::optional<Certificates>{std::in_place, config, clock};
}

/// What a node needs besides, where several work on one PostgreSQL (docs/adr/0010-nodes.md).
struct Together {
    std::unique_ptr<Store> store;  ///< two connections that no request can keep waiting
    live::Sync sync;
};

bool wants_bus(Config const& config) {
    auto const& bus = config["bus"];
    if (bus != "notify" && bus != "none") throw Config::Bad{"bus: expected notify or none"};
    return bus == "notify";
}

std::filesystem::path media_program(Config const& config) {
    auto const& said = config["media"];
    return said.empty() ? media::beside_this_program() : std::filesystem::path{said};
}

std::int64_t random_node() {
    auto const bytes = crypto::random_bytes(2);
    return static_cast<unsigned char>(bytes[0]) << 8 | static_cast<unsigned char>(bytes[1]);
}

/// Ends the program if what must happen first fails.
Task<> or_stop(Task<> work, net::Loops& loops, std::exception_ptr& failed) {
    try {
        co_await std::move(work);
    } catch (...) {
        failed = std::current_exception();
        loops.stop();
    }
}

}  // namespace

/// Built from the first member to the last, taken down from the last to the first.
struct App::Parts {
    Parts(Config const& config, Options asked);
    ~Parts();
    void connect();
    void work_together(std::string const& database, bool with_bus);
    access::Ended ends_access();
    Task<> watch_others();
    Task<> start(Ready ready);
    /// What follows when somebody came, or is elsewhere in the organisation.
    void place(Tx& tx, OrgId org, directory::StaffPlan const& moved) {
        staff_rooms.place(tx, org, moved);
        reviews.place(tx, org, moved);
    }
    /// What follows when somebody is given another role.
    void appoint(Tx& tx, OrgId org, directory::RoleNews const& news) {
        for (auto const person : news.raised) access::drop_card(tx, org, person);
        for (auto const person : news.told) notify::tell(tx, org, person);
    }
    void open_door();
    std::optional<std::string> authority() const;
    void look_at_certificates();

    StopSignals signals;
    Options options;
    std::string url;  ///< empty while only the control socket is served
    std::string listen;
    std::filesystem::path data;
    SystemClock clock;
    std::optional<Certificates> certificates;  ///< none while only the control socket is served
    Catalogue catalogue{embedded::files()};
    net::Loops loops;
    crypto::Hasher hasher{crypto::Cost{}};
    media::Workers media;
    std::optional<Bus> bus;  ///< the store's threads send on it
    std::unique_ptr<WholeStore> store;
    std::unique_ptr<Together> together;  ///< none on SQLite
    IdSource ids{random_node()};

    jobs::Jobs jobs{{*store, loops, clock}};
    audit::Audit audit{*store};
    live::Live live{{loops, HORENSO_VERSION}};
    live::Sync sync;
    policy::Policy policy{
        {*store, clock, [this](Tx& tx, Viewer const& author, policy::Draft const& draft) {
             return talk.finding_in(tx, author, draft);
         }}};
    directory::Directory directory{
        {*store, clock, ids, [this](Tx& tx, OrgId org) { policy.make(tx, org); },
         [this](Tx& tx, OrgId org, PersonId person) {
             access::leave_changed(tx, org, person, clock.now());
             notify::Notify::look_soon(tx, org, clock.now());
         },
         [](Tx& tx, OrgId org, directory::Renames const& renames) {
             policy::rename_departments(tx, org, renames);
             hours::rename_departments(tx, org, renames);
             contacts::rename_departments(tx, org, renames);
             access::rename_departments(tx, org, renames);
         },
         [this](Tx& tx, OrgId org, directory::StaffPlan const& moved) { place(tx, org, moved); },
         [this](Tx& tx, OrgId org, directory::Renames const& renames) {
             staff_rooms.rearrange(tx, org, renames);
         },
         [this](Tx& tx, OrgId org, directory::RoleNews const& news) { appoint(tx, org, news); },
         [](Tx& tx, OrgId org) { return access::sign_in_rules(tx, org).login_form; }}};
    directory::Appointments appointments{
        {*store, clock, ids,
         [this](Tx& tx, OrgId org, directory::RoleNews const& news) { appoint(tx, org, news); }}};
    directory::Changes changes{
        {*store, clock, ids, erase_person,
         [this](Tx& tx, OrgId org, directory::StaffPlan const& moved) { place(tx, org, moved); },
         carried_by}};
    directory::Sites sites{
        {*store, clock, [this](Tx& tx, OrgId org, directory::Renames const& renames) {
             hours::follow_sites(tx, org, renames);
             notify::Notify::look_soon(tx, org, clock.now());
         }}};
    directory::Photos photos{{*store, clock, ids, [this](std::string whose, std::string bytes) {
                                  return media.portrait(std::move(whose), std::move(bytes));
                              }}};
    access::FindDeviceRules device_rules = [this](Tx& tx, OrgId org) {
        return app::device_rules(policy, tx, org);
    };
    access::Access access{
        {*store, clock, ids, hasher, loops.size(), device_rules, [this](Tx& tx, OrgId org) {
             return policy.settings(tx, org).is_on("7.2", "", "password");
         }}};
    access::Devices devices{{*store, clock, ids, could_see}};
    access::PlaceRules places{{*store, clock, device_rules}};
    access::Passkeys passkeys{{*store, clock, ids, access}};
    access::SecondFactor second_factor{{*store, clock, access}};
    access::Pins pins{{*store, clock, hasher, access}};
    access::SignInRuleBook sign_in_rules{{*store, clock, hasher, access}};
    access::Displays displays{{*store, clock, ids, access, device_rules}};
    access::Doubts doubts{{*store, clock, ids, loops.size()}};
    access::Door door{access, [this](Viewer const& viewer, net::Request const& request) {
                          return doubts.see(viewer, request.remote, access::client_of(request));
                      }};
    hours::Hours hours{{*store, clock, policy, [this](Tx& tx, OrgId org) {
                            notify::Notify::look_soon(tx, org, clock.now());
                        }}};
    notify::Notify notify{{*store, clock, hours, policy, talk::find_waiting}};
    talk::Talk talk{{*store, clock, ids, policy, hours}};
    talk::Groups groups{{*store, clock}};
    talk::StaffRooms staff_rooms{{*store, clock, ids}};
    talk::Reviews reviews{{*store, clock, ids, policy, hours}};
    talk::LaterMessages later{{*store, clock, ids, policy}};
    talk::Reports reports{{*store, clock, ids, policy}};
    talk::Figures figures{{*store, clock, hours}};
    quiz::Quiz quiz{{*store, clock, policy}};
    contacts::Contacts contacts{{*store, clock, ids}};
    display::Boards boards{{*store, clock, hours, displays}};
    backup::Backups backups{{*store, clock, {data, HORENSO_VERSION}}};

    net::Router router;
    net::Router before_tls;
    net::Router control;
    net::Server server;
    FirstStart first_start;
};

App::Parts::Parts(Config const& config, Options asked)
    : signals(config["tls.certificate"].empty() ? StopSignals::Hangup::ends
                                                : StopSignals::Hangup::reads_again),
      options(asked),
      listen(config["listen"]),
      data(prepared(config["data"])),
      certificates(made_if(asked.listen, config, clock)),
      loops(config.number("loops")),
      media(media_program(config), {}),
      store(open_store(config, clock)),
      sync(sync_needs(*store)),
      server({loops, router, catalogue}, {}),
      first_start({*store, clock, ids, directory, access, policy, catalogue,
                   config["organisation.name"], config["organisation.slug"], asked.sample}) {
    connect();
    if (!config["database"].empty()) work_together(config["database"], wants_bus(config));
    add_routes({router,   *store,        live,   sync,    directory, changes,  appointments,
                sites,    photos,        access, devices, places,    passkeys, second_factor,
                pins,     sign_in_rules, door,   policy,  catalogue, hours,    notify,
                talk,     groups,        later,  reports, reviews,   figures,  quiz,
                contacts, displays,      boards, doubts});
    for (auto* const each : {&router, &before_tls})
        add_ca_page(*each, [this] { return authority(); });
    loops.at_stop([this] { backups.stop(); });
    add_control_routes(control, {directory, access, audit, talk, contacts, backups, url});
}

/// Plugs the parts into each other that may not know each other.
void App::Parts::connect() {
    store->listen([this](std::vector<Told>&& told) {
        jobs.hear(told);
        if (!told.empty()) live.deliver(std::move(told));
    });
    access::add_jobs(jobs, clock);
    changes.add_jobs(jobs);
    notify.add_jobs(jobs);
    later.add_jobs(jobs);
    live.show([this](live::Reader reader) { return sync.visible(reader); });
    live.send_whole("marks", [this](Stream stream) { return talk.marks_event(stream); });
    live.on_access_ended([this](OrgId org, std::int64_t person, std::int64_t session) {
        access.forget(org, PersonId{person}, SessionId{session});
    });
}

void App::Parts::work_together(std::string const& database, bool with_bus) {
    auto own = open_postgres({.url = database, .connections = 2}, schema());
    auto& looks = *own;
    together.reset(new Together{std::move(own), live::Sync{sync_needs(looks)}});
    live::Together nodes{.sync = together->sync};
    nodes.may_serve = [this] { return access.is_current(); };
    if (with_bus) {
        bus.emplace(database, [this](std::string_view note) { live.hear(note); });
        nodes.send = [this](std::vector<std::string> notes) { bus->send(std::move(notes)); };
    }
    live.work_together(std::move(nodes));
}

App::Parts::~Parts() {
    if (bus) bus->stop();  // what it calls goes first
}

access::Ended App::Parts::ends_access() {
    return [this](OrgId org, PersonId person, SessionId session) {
        live.end_access(org, person.value, session.value);
    };
}

Task<> App::Parts::watch_others() {
    access::Access::Watch watch{*together->store, loops, ends_access()};
    co_await access.watch(std::move(watch));
}

/// What must be there before anybody can come in.
Task<> App::Parts::start(Ready ready) {
    auto started = co_await first_start.run();
    if (!started) throw std::runtime_error{catalogue.words(started.problem().code, {}).title};
    auto guided = co_await policy.make_missing();
    if (!guided) throw std::runtime_error{catalogue.words(guided.problem().code, {}).title};
    auto roomed = co_await staff_rooms.make_missing();
    // On a full disk it serves all the same; they are made when somebody comes or moves, or at the next start.
    if (!roomed) log::warning("app.rooms_not_made", {{"why", roomed.problem().code}});
    if (options.listen && !media.is_there())
        log::warning("app.no_media", {{"why", "photos are refused"}});
    if (together) co_await watch_others();
    access.watch_shared(loops, ends_access());
    if (options.listen) open_door();
    server.listen_local(control_socket(data), control);
    if (options.listen) jobs.start();
    Started told{.url = url, .first_code = *started};
    if (auto const own = authority()) told.authority = crypto::fingerprint(*own);
    ready(told);
}

void App::Parts::open_door() {
    net::Server::Place place{.address = listen, .names = certificates->names()};
    place.tls = certificates->shown();
    place.before_tls = &before_tls;
    url = certificates->url(server.listen(place));
    if (place.tls) loops.every(0, looks_at_certificates, [this] { look_at_certificates(); });
}

std::optional<std::string> App::Parts::authority() const {
    return certificates ? certificates->authority() : std::nullopt;
}

void App::Parts::look_at_certificates() {
    if (certificates && certificates->look_again()) server.renew(certificates->shown());
}

App::App(Config const& config, Options options)
    : parts_(std::make_unique<Parts>(config, options)) {}
App::~App() = default;

void App::run(Ready ready) {
    auto& parts = *parts_;
    parts.signals.stop(parts.loops, [&parts] { parts.look_at_certificates(); });
    std::exception_ptr failed;
    parts.loops.spawn(0, "app.start",
                      [&] { return or_stop(parts.start(ready), parts.loops, failed); });
    parts.loops.run();
    parts.signals.leave();
    std::filesystem::remove(control_socket(parts.data));
    if (failed) std::rethrow_exception(failed);
}

void App::stop() { parts_->loops.stop(); }

std::string App::routes_json() const {
    json::Writer out;
    out.open_array();
    for (auto const& route : parts_->router.routes())
        out.open_object()
            .field("method", net::name_of(route.method))
            .field("path", route.pattern)
            .field("authz", route.authz)
            .close_object();
    out.close_array();
    return out.take();
}

std::filesystem::path control_socket(std::filesystem::path const& data) {
    return data / "control.sock";
}

}  // namespace horenso::app
