#include "app/app.hpp"

#include <exception>
#include <stdexcept>

#include "app/control.hpp"
#include "app/first_start.hpp"
#include "app/routes.hpp"
#include "app/signals.hpp"
#include "features/talk/talk.hpp"
#include "platform/base/catalogue.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/crypto/hasher.hpp"
#include "platform/crypto/token.hpp"
#include "platform/net/server.hpp"
#include "platform/store/open.hpp"
#include "services/access/access.hpp"
#include "services/directory/directory.hpp"
#include "services/live/live.hpp"

namespace horenso::app {
namespace {

std::filesystem::path prepared(std::filesystem::path const& data) {
    std::filesystem::create_directories(data);
    std::filesystem::permissions(data, std::filesystem::perms::owner_all);
    return data;
}

std::unique_ptr<Store> open_store(Config const& config) {
    auto const migrations = find_migrations(embedded::files());
    auto const& url = config["database"];
    if (!url.empty()) return open_postgres({.url = url}, migrations);
    return open_sqlite({.file = std::filesystem::path{config["data"]} / "horenso.db"}, migrations);
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

live::Sync::Needs sync_needs(Store& store) {
    auto access_version = [](Tx& tx, live::Reader reader) {
        return directory::access_version(tx, reader.org, PersonId{reader.person});
    };
    return {store, access_version, {directory::source(), access::source(), talk::Talk::source()}};
}

}  // namespace

/// Built from the first member to the last, taken down from the last to the first.
struct App::Parts {
    Parts(Config const& config, Options asked);
    void connect();
    Task<> start(Ready ready);

    StopSignals signals;
    Options options;
    std::string url;  ///< empty while only the control socket is served
    std::string listen;
    std::filesystem::path data;
    SystemClock clock;
    Catalogue catalogue{embedded::files()};
    net::Loops loops;
    crypto::Hasher hasher{crypto::Cost{}};
    std::unique_ptr<Store> store;
    IdSource ids{random_node()};

    live::Live live{{loops, HORENSO_VERSION}};
    live::Sync sync;
    directory::Directory directory{{*store, clock, ids}};
    access::Access access{{*store, clock, ids, hasher, loops.size()}};
    access::Door door{access};
    talk::Talk talk{{*store, clock, ids}};

    net::Router router;
    net::Router control;
    net::Server server;
    FirstStart first_start;
};

App::Parts::Parts(Config const& config, Options asked)
    : options(asked),
      listen(config["listen"]),
      data(prepared(config["data"])),
      loops(config.number("loops")),
      store(open_store(config)),
      sync(sync_needs(*store)),
      server({loops, router, catalogue}, {}),
      first_start({*store, clock, ids, directory, access, catalogue, config["organisation.name"],
                   config["organisation.slug"], asked.sample}) {
    connect();
    add_routes({router, *store, live, sync, directory, access, door, talk});
    add_control_routes(control, {directory, access, url});
}

/// Plugs the parts into each other that may not know each other.
void App::Parts::connect() {
    store->listen([this](std::vector<Told>&& told) { live.deliver(std::move(told)); });
    live.show([this](live::Reader reader) { return sync.visible(reader); });
    live.send_whole("room", [this](Stream stream) { return talk.marks_event(stream); });
    live.on_access_ended([this](OrgId org, std::int64_t person, std::int64_t session) {
        access.forget(org, PersonId{person}, SessionId{session});
    });
}

/// What must be there before anybody can come in.
Task<> App::Parts::start(Ready ready) {
    auto started = co_await first_start.run();
    if (!started) throw std::runtime_error{catalogue.words(started.problem().code, {}).title};
    if (options.listen) url = "http://" + server.listen(listen);
    server.listen_local(control_socket(data), control);
    ready(url, *started);
}

App::App(Config const& config, Options options)
    : parts_(std::make_unique<Parts>(config, options)) {}
App::~App() = default;

void App::run(Ready ready) {
    auto& parts = *parts_;
    parts.signals.stop(parts.loops);
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
