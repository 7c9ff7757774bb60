// Where a server may listen.
#include "platform/net/listening.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <cstdlib>
#include <fstream>

#include "platform/net/running_server.hpp"

namespace horenso::net {
namespace {

Task<Result<Reply>> accept_all(Request& request) {
    co_return ok("{\"remote\":\"" + request.remote + "\"}");
}

template <class Where>
std::string code_of_listening_on(Where const& where) {
    try {
        listen_on(where);
        return "listens";
    } catch (CannotListen const& error) {
        return error.code;
    }
}

/// A folder of its own that goes with the test.
struct Folder {
    Folder() {
        char name[] = "/tmp/horenso-net-XXXXXX";
        path = ::mkdtemp(name);
    }
    ~Folder() { std::filesystem::remove_all(path); }
    std::filesystem::path path;
};

TEST(Listening, GivenLoopback_WhenThePortIsZero_ThenARealOneIsGiven) {
    auto const four = listen_on(std::string{"127.0.0.1:0"});
    EXPECT_EQ(four.host, "127.0.0.1");
    EXPECT_GT(four.port, 0);
    EXPECT_GT(listen_on(std::string{"127.3.2.1:0"}).port, 0);
}

TEST(Listening, GivenPortThatIsTaken_WhenListening_ThenItSaysSo) {
    auto const first = listen_on(std::string{"127.0.0.1:0"});
    EXPECT_EQ(code_of_listening_on("127.0.0.1:" + std::to_string(first.port)), "net.address_taken");
}

TEST(Listening, GivenAddressThatIsNotLoopback_WhenListening_ThenRefused) {
    for (auto const* address :
         {"0.0.0.0:0", "192.0.2.1:0", "128.0.0.1:0", "[::]:0", "[2001:db8::1]:0"})
        EXPECT_EQ(code_of_listening_on(std::string{address}), "net.not_loopback") << address;
}

TEST(Listening, GivenAddressThatIsNotLoopback_WhenThereIsTls_ThenItListens) {
    EXPECT_GT(listen_on(std::string{"0.0.0.0:0"}, Reach::anywhere).port, 0);
}

TEST(Listening, GivenAnAddress_WhenOthersCanReachIt_ThenItIsNoLoopback) {
    for (auto const* address : {"0.0.0.0:1", "192.168.1.10:1", "[::]:1", "[fd00::1]:1"})
        EXPECT_FALSE(is_loopback(address)) << address;
    for (auto const* address : {"127.0.0.1:1", "127.9.9.9:1", "[::1]:1", "nonsense"})
        EXPECT_TRUE(is_loopback(address)) << address;
}

TEST(Listening, GivenAddressThatIsNone_WhenListening_ThenRefused) {
    for (auto const* address :
         {"", ":", "127.0.0.1", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "127.0.0.1:-1",
          "localhost:0", "[::1]", "::1:0", "[127.0.0.1]:0", "127.1:0"})
        EXPECT_EQ(code_of_listening_on(std::string{address}), "net.bad_address") << address;
}

TEST(Listening, GivenLocalSocket_WhenMade_ThenOnlyItsOwnerMayUseItWhateverTheUmask) {
    Folder const folder;
    auto const path = folder.path / "control";
    for (mode_t const mask : {0000, 0777}) {
        auto const before = ::umask(mask);
        auto const listening = listen_on(path);
        ::umask(before);
        struct stat found {};
        ASSERT_EQ(::lstat(path.c_str(), &found), 0);
        EXPECT_EQ(found.st_mode & 0777, 0600u);
    }
}

TEST(Listening, GivenSomethingAtThePath_WhenMade_ThenOnlyADeadSocketIsReplaced) {
    Folder const folder;
    auto const path = folder.path / "control";
    { auto const dead = listen_on(path); }
    auto const alive = listen_on(path);
    EXPECT_EQ(code_of_listening_on(path), "net.address_taken");

    auto const file = folder.path / "file";
    std::ofstream{file} << "kept";
    EXPECT_EQ(code_of_listening_on(file), "net.address_taken");
    EXPECT_TRUE(std::filesystem::exists(file));
    EXPECT_EQ(code_of_listening_on(folder.path / std::string(200, 'x')), "net.bad_address");
    EXPECT_EQ(code_of_listening_on(folder.path / "no" / "folder"), "net.cannot_listen");
}

TEST(Listening,
     GivenLocalSocket_WhenAskedWithoutOrigin_ThenItsOwnRouterAnswersUntilTheServerCloses) {
    Folder const folder;
    auto const path = folder.path / "control";
    Router nothing;
    Router control;
    control.add({Method::post, "/stop", "anyone", Handler{accept_all}});
    kit::RunningServer at{nothing};
    at.on_loop([&] { at.server().listen_local(path, control); });
    kit::Wire wire{path};
    wire.send("POST /stop HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(wire.answer().body, R"({"remote":""})");
    kit::Wire by_network{at};
    by_network.send("POST /stop HTTP/1.1\r\nHost: " + at.address() + "\r\nOrigin: " + at.origin() +
                    "\r\nContent-Length: 0\r\n\r\n");
    EXPECT_EQ(by_network.answer().status, 404);
    at.stop();
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace horenso::net
