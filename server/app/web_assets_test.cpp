#include "app/web_assets.hpp"

#include <gmock/gmock.h>

#include "kit/wait_for.hpp"

namespace horenso::app {
namespace {

class WebAssets : public testing::Test {
protected:
    WebAssets() { add_web(router, files); }

    static constexpr embedded::File files[] = {
        {"assets/app-1a2b.js", "plain"},   {"assets/app-1a2b.js.br", "brotli"},
        {"assets/app-1a2b.js.gz", "gzip"}, {"assets/leaf-3c.svg", "<svg/>"},
        {"index.html", "<html>"},          {"index.html.br", "<brotli>"},
        {"manifest.webmanifest", "{}"},
    };

    /// What a browser gets that takes `encodings`; nothing if there is no such address.
    std::optional<net::Reply> get(std::string path, std::string encodings = "") {
        auto const match = router.find(net::Method::get, path);
        if (!match.route) return std::nullopt;
        EXPECT_EQ(match.route->authz, "anyone");
        net::Request request;
        request.path = std::move(path);
        if (!encodings.empty()) request.headers.emplace_back("accept-encoding", encodings);
        auto reply = kit::wait_for(std::get<net::Handler>(match.route->answer)(request));
        return *std::move(reply);
    }
    static std::string header(net::Reply const& reply, std::string const& name) {
        for (auto const& [each, value] : reply.headers)
            if (each == name) return value;
        return "";
    }

    net::Router router;
};

TEST_F(WebAssets, GivenTwins_WhenABrowserTakesThem_ThenBrotliIsChosenBeforeGzipBeforePlain) {
    auto const* const path = "/assets/app-1a2b.js";
    auto const brotli = get(path, "gzip, deflate, br, zstd");
    EXPECT_EQ(brotli->file, "brotli");
    EXPECT_EQ(header(*brotli, "Content-Encoding"), "br");
    auto const gzip = get(path, "gzip, deflate");
    EXPECT_EQ(gzip->file, "gzip");
    EXPECT_EQ(header(*gzip, "Content-Encoding"), "gzip");
    auto const plain = get(path);
    EXPECT_EQ(plain->file, "plain");
    EXPECT_EQ(header(*plain, "Content-Encoding"), "");
    for (auto const& reply : {brotli, gzip, plain}) {
        EXPECT_EQ(reply->content_type, "text/javascript; charset=utf-8");
        EXPECT_EQ(header(*reply, "Vary"), "Accept-Encoding");
    }
    EXPECT_EQ(get("/assets/leaf-3c.svg", "br, gzip")->file, "<svg/>");
    EXPECT_EQ(get("/", "gzip")->file, "<html>");
}

TEST_F(WebAssets, GivenWeights_WhenABrowserSaysThem_ThenTheyAreFollowed) {
    auto const* const path = "/assets/app-1a2b.js";
    EXPECT_EQ(get(path, "br;q=0, gzip")->file, "gzip");
    EXPECT_EQ(get(path, "br;q=0.5, gzip;q=0.8")->file, "gzip");
    EXPECT_EQ(get(path, "br;q=0.5, gzip;q=0.5")->file, "brotli");
    EXPECT_EQ(get(path, "br;q=0, gzip;q=0")->file, "plain");
    EXPECT_EQ(get(path, "*")->file, "brotli");
    EXPECT_EQ(get(path, "*;q=0")->file, "plain");
}

TEST_F(WebAssets, GivenAHashInTheName_WhenSent_ThenItMayBeKeptForEverAndTheRestIsAskedEachTime) {
    EXPECT_EQ(header(*get("/assets/app-1a2b.js"), "Cache-Control"),
              "public, max-age=31536000, immutable");
    for (auto const* path : {"/", "/index.html", "/t/5", "/manifest.webmanifest"})
        EXPECT_EQ(header(*get(path), "Cache-Control"), "no-cache") << path;
}

TEST_F(WebAssets, GivenAnAddressOfTheApp_WhenAsked_ThenThePageAnswers) {
    for (auto const* path : {"/", "/hello", "/signin", "/t", "/t/12345", "/guideline",
                             "/guideline/2.5.a", "/notices", "/settings"}) {
        auto const page = get(path, "br");
        ASSERT_TRUE(page) << path;
        EXPECT_EQ(page->file, "<brotli>");
        EXPECT_EQ(page->content_type, "text/html; charset=utf-8");
    }
}

TEST_F(WebAssets, GivenAnyOtherAddress_WhenAsked_ThenThereIsNothing) {
    for (auto const* path : {"/nothing", "/assets/", "/assets/app-9z.js", "/t/1/2",
                             "/index.html.br", "/assets/app-1a2b.js.gz", "/../index.html"})
        EXPECT_FALSE(get(path)) << path;
}

TEST(WebAssetsEmpty, GivenAProgramBuiltWithoutTheApp_WhenRoutesAreMade_ThenThereAreNone) {
    net::Router router;
    add_web(router, {});
    EXPECT_TRUE(router.routes().empty());
}

}  // namespace
}  // namespace horenso::app
