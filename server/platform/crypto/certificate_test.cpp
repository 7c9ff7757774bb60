#include "platform/crypto/certificate.hpp"

#include <gmock/gmock.h>

#include "platform/crypto/crypto.hpp"

namespace horenso::crypto {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::MatchesRegex;
using testing::ThrowsMessage;

constexpr Instant today{1'795'824'000'000};  // 2026-11-28
constexpr auto day = 24h;

class Certificates : public testing::Test {
protected:
    Certificates() { start(); }
    std::vector<std::string> const names_{"minato.example", "192.168.1.10", "2001:db8::5"};
};

TEST_F(Certificates, GivenAnAuthority_WhenItIssues_ThenTheNamesAreThereAndOnlyItVouches) {
    auto const authority = make_authority(names_, today);
    auto const server = issue(authority, names_, today);
    EXPECT_THAT(names_of(server.certificate),
                ElementsAre("minato.example", "192.168.1.10", "2001:db8::5"));
    EXPECT_TRUE(is_vouched_for(server.certificate, authority.certificate, today));
    auto const other = make_authority(names_, today);
    EXPECT_FALSE(is_vouched_for(server.certificate, other.certificate, today));
}

TEST_F(Certificates, GivenAnAuthority_WhenItSignsForAnotherName_ThenNobodyBelievesIt) {
    auto const authority = make_authority(names_, today);
    auto const believed = [&](std::string const& name) {
        auto const server = issue(authority, {"localhost", name}, today);
        return is_vouched_for(server.certificate, authority.certificate, today);
    };
    for (auto const* name : {"bank.example", "example", "8.8.8.8", "2001:db8::6", "192.169.0.1"})
        EXPECT_FALSE(believed(name)) << name;
    for (auto const* name : {"minato.example", "chat.minato.example", "10.1.2.3", "172.31.0.1",
                             "192.168.9.9", "fd00::1", "127.0.0.1", "::1", "2001:db8::5"})
        EXPECT_TRUE(believed(name)) << name;
}

TEST_F(Certificates, GivenTheDates_WhenTheyAreOver_ThenItIsNoMoreBelieved) {
    auto const authority = make_authority(names_, today);
    auto const server = issue(authority, names_, today);
    EXPECT_EQ(expiry(server.certificate), today + 396 * day);
    EXPECT_EQ(expiry(authority.certificate), today + 3649 * day);
    auto const believed = [&](Instant at) {
        return is_vouched_for(server.certificate, authority.certificate, at);
    };
    EXPECT_TRUE(believed(today - 23h));
    EXPECT_FALSE(believed(today - 25h));
    EXPECT_TRUE(believed(today + 396 * day - 1h));
    EXPECT_FALSE(believed(today + 396 * day + 1h));
}

TEST_F(Certificates, GivenOne_WhenShown_ThenItsFingerprintIsOfTheBytesThatAreInstalled) {
    auto const authority = make_authority(names_, today);
    auto const shown = fingerprint(authority.certificate);
    EXPECT_THAT(shown, MatchesRegex("([0-9A-F][0-9A-F]:){31}[0-9A-F][0-9A-F]"));
    auto const hex = sha256_hex(der_of(authority.certificate));
    std::string same;
    for (auto const c : shown)
        if (c != ':') same += static_cast<char>(c >= 'A' && c <= 'F' ? c + 32 : c);
    EXPECT_EQ(same, hex);
}

TEST_F(Certificates, GivenWhatIsNoName_WhenACertificateIsMade_ThenItIsNamed) {
    for (auto const* name :
         {"", "a,DNS:bank.example", "*.example", "a b", "http://a", "Ａ", "a:80"})
        EXPECT_THAT([&] { make_authority({name}, today); },
                    ThrowsMessage<std::invalid_argument>(testing::HasSubstr(name)))
            << name;
    EXPECT_THROW(expiry("no certificate"), std::invalid_argument);
}

}  // namespace
}  // namespace horenso::crypto
