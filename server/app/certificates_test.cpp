#include "app/certificates.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "kit/folder.hpp"
#include "platform/crypto/crypto.hpp"

namespace horenso::app {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

class CertificatesTest : public testing::Test {
protected:
    CertificatesTest() { crypto::start(); }

    Config config(Config::Flags flags) {
        flags.emplace("data", folder_.path().string());
        return Config::load({}, nullptr, std::move(flags));
    }
    Certificates given(crypto::Identity const& identity, std::string const& listen = "127.0.0.1:0",
                       std::string const& names = "") {
        write("server.pem", identity.certificate);
        write("server.key", identity.key);
        return Certificates{config({{"listen", listen},
                                    {"names", names},
                                    {"tls.certificate", path("server.pem")},
                                    {"tls.key", path("server.key")}}),
                            clock_};
    }
    Certificates own(std::string const& names = "minato.example") {
        return Certificates{config({{"listen", "0.0.0.0:8443"}, {"names", names}}), clock_};
    }
    crypto::Identity identity(std::vector<std::string> const& names) {
        return crypto::issue(crypto::make_authority(names, clock_.now()), names, clock_.now());
    }
    std::string path(std::string const& name) { return (folder_.path() / name).string(); }
    void write(std::string const& name, std::string const& text) {
        std::filesystem::remove(path(name));  // another file, as a program that renews makes
        std::ofstream{path(name)} << text;
    }

    kit::TemporaryFolder folder_;
    SetClock clock_{{1'795'824'000'000}};
};

TEST_F(CertificatesTest, GivenLoopbackAndNoCertificate_WhenMade_ThenPlainHttp) {
    Certificates const plain{config({}), clock_};
    EXPECT_EQ(plain.shown(), nullptr);
    EXPECT_EQ(plain.authority(), std::nullopt);
    EXPECT_EQ(plain.url("127.0.0.1:8080"), "http://127.0.0.1:8080");
    EXPECT_FALSE(std::filesystem::exists(path("tls")));

    Certificates const behind_proxy{config({{"names", "minato.example, 192.168.1.10:8443"}}),
                                    clock_};
    EXPECT_EQ(behind_proxy.shown(), nullptr);
    EXPECT_THAT(behind_proxy.names(), ElementsAre("minato.example", "192.168.1.10:8443"));
    EXPECT_EQ(behind_proxy.url("127.0.0.1:8080"), "https://minato.example");
}

TEST_F(CertificatesTest, GivenAnotherAddress_WhenNothingIsSaid_ThenAnAuthorityIsMadeAndKept) {
    auto const first = own();
    ASSERT_NE(first.shown(), nullptr);
    EXPECT_EQ(first.url("0.0.0.0:8443"), "https://minato.example:8443");
    EXPECT_EQ(first.url("0.0.0.0:443"), "https://minato.example");
    struct stat found {};
    ASSERT_EQ(::stat(path("tls/authority.pem").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0600u);
    ASSERT_EQ(::stat(path("tls").c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 0777, 0700u);
    EXPECT_EQ(own().authority(), first.authority());
    EXPECT_EQ(own("chat.minato.example 10.0.0.7").authority(), first.authority());
}

TEST_F(CertificatesTest, GivenAnAuthority_WhenItMayNotVouchOrEndsSoon_ThenItIsReplaced) {
    auto const first = *own().authority();
    auto const second = *own("kita.example").authority();
    EXPECT_NE(second, first);
    clock_.advance(3555 * 24h);
    EXPECT_EQ(*own("kita.example").authority(), second);
    clock_.advance(10 * 24h);
    EXPECT_NE(*own("kita.example").authority(), second);
}

TEST_F(CertificatesTest, GivenABrokenAuthority_WhenStarted_ThenItSaysSoAndLeavesItThere) {
    std::filesystem::create_directory(path("tls"));
    write("tls/authority.pem", "rubbish");
    EXPECT_THROW(own(), std::runtime_error);
    EXPECT_TRUE(std::filesystem::exists(path("tls/authority.pem")));
}

TEST_F(CertificatesTest, GivenAnOwnCertificate_WhenItEndsInAMonth_ThenAnotherIsShown) {
    auto shown = own();
    auto const first = shown.shown();
    clock_.advance(365 * 24h);
    EXPECT_FALSE(shown.look_again());
    EXPECT_EQ(shown.shown(), first);
    clock_.advance(2 * 24h);
    EXPECT_TRUE(shown.look_again());
    EXPECT_NE(shown.shown(), first);
    EXPECT_FALSE(shown.look_again());
}

TEST_F(CertificatesTest, GivenFiles_WhenTheyChange_ThenTheNewPairIsShownAndABadOneIsNot) {
    auto shown = given(identity({"minato.example"}));
    EXPECT_THAT(shown.names(), ElementsAre("minato.example"));
    EXPECT_EQ(shown.authority(), std::nullopt);
    EXPECT_EQ(shown.url("127.0.0.1:8443"), "https://minato.example:8443");
    auto const first = shown.shown();
    EXPECT_FALSE(shown.look_again());

    auto const next = identity({"minato.example"});
    write("server.pem", next.certificate);
    EXPECT_FALSE(shown.look_again()) << "its key has not come yet";
    EXPECT_EQ(shown.shown(), first);
    write("server.key", next.key);
    EXPECT_TRUE(shown.look_again());
    EXPECT_NE(shown.shown(), first);

    auto const second = shown.shown();
    std::filesystem::remove(path("server.pem"));
    EXPECT_FALSE(shown.look_again());
    EXPECT_EQ(shown.shown(), second);
}

TEST_F(CertificatesTest, GivenSettingsThatCannotBeUsed_WhenRead_ThenTheyAreNamed) {
    auto const good = identity({"minato.example"});
    auto const other = identity({"minato.example"});
    auto const making = [&](Config::Flags flags) {
        return [this, flags] { Certificates const made{config(flags), clock_}; };
    };
    EXPECT_THAT(making({{"tls.key", "x"}}), ThrowsMessage<Config::Bad>(HasSubstr("expected both")));
    EXPECT_THAT(making({{"tls.certificate", path("no")}, {"tls.key", path("no")}}),
                ThrowsMessage<Config::Bad>(HasSubstr("is not there")));
    EXPECT_THAT(making({{"listen", "0.0.0.0:1"}, {"names", "minato.example *.x"}}),
                ThrowsMessage<Config::Bad>(HasSubstr("'*.x'")));
    EXPECT_THAT(
        [&] {
            given({good.certificate, other.key});
        },
        ThrowsMessage<Config::Bad>(HasSubstr("tls.certificate, tls.key: ")));
    EXPECT_THAT(
        [&] {
            given({"rubbish", good.key});
        },
        ThrowsMessage<Config::Bad>(HasSubstr("tls.certificate: ")));
}

}  // namespace
}  // namespace horenso::app
