#include "app/config.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "app/commands.hpp"
#include "kit/folder.hpp"

namespace horenso::app {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::ThrowsMessage;

class ConfigPlaces : public testing::Test {
protected:
    std::string file(std::string const& text) {
        auto const path = (folder_.path() / "horenso.toml").string();
        std::ofstream{path} << text;
        return path;
    }
    static Config load(std::optional<std::string> const& file,
                       std::vector<char const*> environment = {}, Config::Flags flags = {}) {
        environment.push_back(nullptr);
        return Config::load(file, environment.data(), std::move(flags));
    }

private:
    kit::TemporaryFolder folder_;
};

TEST_F(ConfigPlaces, GivenFourPlaces_WhenLoaded_ThenEachIsStrongerThanTheOneBefore) {
    auto const path = file("listen = '127.0.0.1:2'\nlog = 'debug'\nloops = 3\n");
    auto const config = load(path, {"HORENSO_LISTEN=127.0.0.1:3", "HORENSO_LOG=warning", "HOME=/"},
                             {{"listen", "127.0.0.1:4"}});
    auto const& settings = config.settings();
    EXPECT_EQ(config["listen"], "127.0.0.1:4");
    EXPECT_EQ(settings.at("listen").source, "flag");
    EXPECT_EQ(config["log"], "warning");
    EXPECT_EQ(settings.at("log").source, "environment");
    EXPECT_EQ(config.number("loops"), 3);
    EXPECT_EQ(settings.at("loops").source, path);
    EXPECT_EQ(config["organisation.slug"], "office");
    EXPECT_EQ(settings.at("organisation.slug").source, "default");
}

TEST_F(ConfigPlaces, GivenATable_WhenLoaded_ThenItsKeysAreReachedByDotsAndByTheEnvironment) {
    auto const path = file("[organisation]\nname = 'みなと社協'\nslug = 'minato'\n");
    EXPECT_EQ(load(path)["organisation.name"], "みなと社協");
    EXPECT_EQ(load(path, {"HORENSO_ORGANISATION_SLUG=tonari"})["organisation.slug"], "tonari");
}

TEST_F(ConfigPlaces, GivenMistakes_WhenLoaded_ThenTheyAreNamedWithTheirPlace) {
    auto const loading = [this](std::string const& text) {
        auto const path = file(text);
        return [path] { (void)load(path); };
    };
    EXPECT_THAT(loading("lisen = '127.0.0.1:1'\n"),
                ThrowsMessage<Config::Bad>(
                    testing::AllOf(HasSubstr("horenso.toml"), HasSubstr("'lisen'"))));
    EXPECT_THAT(loading("[organisation]\nnane = 'x'\n"),
                ThrowsMessage<Config::Bad>(HasSubstr("'organisation.nane'")));
    EXPECT_THAT(loading("listen = [1]\n"), ThrowsMessage<Config::Bad>(HasSubstr("listen")));
    EXPECT_THAT(loading("listen = \n"), ThrowsMessage<Config::Bad>(HasSubstr("horenso.toml")));
    EXPECT_THAT([] { (void)load("/nowhere/horenso.toml"); },
                ThrowsMessage<Config::Bad>(HasSubstr("/nowhere/horenso.toml")));
    EXPECT_THAT(
        [] {
            (void)load({}, {}, {{"lisen", "x"}});
        },
        ThrowsMessage<Config::Bad>(HasSubstr("'lisen'")));
}

TEST_F(ConfigPlaces, GivenWhatIsNoNumber_WhenANumberIsAsked_ThenItIsNamed) {
    for (auto const* bad : {"", "two", "2x", "99999999999"})
        EXPECT_THAT(
            [&] {
                (void)load({}, {}, {{"loops", bad}}).number("loops");
            },
            ThrowsMessage<Config::Bad>(HasSubstr("loops")))
            << bad;
}

TEST_F(ConfigPlaces, GivenADatabaseWithAPassword_WhenShown_ThenOnlyThatItIsSetIsSaid) {
    auto const config = load({}, {"HORENSO_DATABASE=postgresql://me:secret@db/horenso"});
    std::ostringstream shown;
    auto* const before = std::cout.rdbuf(shown.rdbuf());
    Commands{}.show_config(config);
    std::cout.rdbuf(before);
    EXPECT_THAT(shown.str(), HasSubstr("database = (set)  # environment"));
    EXPECT_THAT(shown.str(), Not(HasSubstr("secret")));
    EXPECT_THAT(shown.str(), HasSubstr("listen = \"127.0.0.1:8080\"  # default"));
}

}  // namespace
}  // namespace horenso::app
