// Drives a chat server from one thread and prints what it measured as one JSON line. README.md says
// how.
#include <CLI/CLI.hpp>
#include <exception>
#include <iomanip>
#include <iostream>

#include "load/idle.hpp"
#include "load/load.hpp"
#include "load/plan.hpp"

namespace {

using namespace horenso::load;

struct Options {
    std::string mode = "closed";
    std::string target = "raw";
    std::string rooms_file;
    std::size_t rooms = 10;
    std::size_t members = 100;
    std::size_t window = 4;
    std::size_t clients = 64;
    std::size_t connections = 10'000;
    std::uint16_t port = 0;
    Pace pace;
};

void describe(CLI::App& app, Options& options) {
    app.add_option("--mode", options.mode,
                   "closed: --window messages under way per room; open: --rate messages a "
                   "second; posts: --clients post and nobody listens; idle: --connections; "
                   "signed_out: these, until the server has closed them all")
        ->check(CLI::IsMember({"closed", "open", "posts", "idle", "signed_out"}));
    app.add_option("--target", options.target,
                   "product, or servers that take posts over their sockets")
        ->check(CLI::IsMember({"product", "raw", "ws"}));
    app.add_option("--port", options.port, "on 127.0.0.1")->required();
    app.add_option("--rooms-file", options.rooms_file, "rooms and sessions of the product");
    app.add_option("--rooms", options.rooms);
    app.add_option("--members", options.members, "per room");
    app.add_option("--window", options.window, "senders per room");
    app.add_option("--clients", options.clients);
    app.add_option("--connections", options.connections);
    app.add_option("--rate", options.pace.rate, "messages a second over all rooms");
    app.add_option("--warm-up", options.pace.warm_up_seconds, "seconds before measuring");
    app.add_option("--seconds", options.pace.seconds, "measured");
    app.add_option("--server-pid", options.pace.server, "the process whose CPU time is taken");
}

Plan plan_of(Options const& options) {
    Plan plan;
    plan.target = options.target == "product" ? Target::product : Target::sockets;
    plan.address.port = options.port;
    plan.rooms = options.rooms_file.empty() ? make_rooms(options.rooms, options.members)
                                            : read_rooms(options.rooms_file);
    return plan;
}

void print(Options const& options, Plan const& plan, Measured const& m) {
    auto per = [](double amount, double by) { return by > 0 ? amount / by : 0.0; };
    auto const deliveries = static_cast<double>(m.deliveries);
    auto const posts = static_cast<double>(m.posts);
    std::cout << std::fixed << std::setprecision(3) << R"({"target":")" << options.target
              << R"(","mode":")" << options.mode << R"(","rooms":)" << plan.rooms.size()
              << R"(,"members":)" << plan.members() << R"(,"seconds":)" << m.seconds
              << R"(,"posts":)" << m.posts << R"(,"deliveries":)" << m.deliveries
              << R"(,"posts_per_second":)" << per(posts, m.seconds)
              << R"(,"deliveries_per_second":)" << per(deliveries, m.seconds)
              << R"(,"server_cpu_seconds":)" << m.server_cpu_seconds
              << R"(,"server_cpu_us_per_delivery":)" << per(m.server_cpu_seconds * 1e6, deliveries)
              << R"(,"server_cpu_us_per_post":)" << per(m.server_cpu_seconds * 1e6, posts)
              << R"(,"generator_cores":)" << per(m.own_cpu_seconds, m.seconds) << R"(,"p50_us":)"
              << m.latency.microseconds_at(0.5) << R"(,"p99_us":)"
              << m.latency.microseconds_at(0.99) << R"(,"wrong":)" << m.wrong << R"(,"missing":)"
              << m.missing << "}" << std::endl;
}

int drive(Options options) {
    Plan const plan = plan_of(options);
    if (options.mode == "idle") {
        hold_idle(plan, options.connections);
        return 0;
    }
    if (options.mode == "signed_out") {
        hold_until_signed_out(plan, options.connections);
        return 0;
    }
    if (options.mode != "open") options.pace.rate = 0;
    options.pace.receivers = options.mode != "posts";
    options.pace.slots =
        options.mode == "posts" ? options.clients : options.window * plan.rooms.size();
    auto const measured = Load(plan, options.pace).run();
    print(options, plan, measured);
    bool const whole = measured.wrong == 0 && (measured.missing == 0 || !options.pace.receivers);
    return whole && measured.posts > 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Options options;
    CLI::App app{"Load generator"};
    describe(app, options);
    CLI11_PARSE(app, argc, argv);
    try {
        return drive(options);
    } catch (std::exception const& error) {
        std::cerr << "load_generator: " << error.what() << '\n';
        return 1;
    }
}
