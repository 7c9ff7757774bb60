#include "app/certificates.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

#include "platform/base/log.hpp"
#include "platform/blob/durable_file.hpp"
#include "platform/net/listening.hpp"
#include "platform/net/own_names.hpp"

namespace horenso::app {
namespace {

using namespace std::chrono_literals;

constexpr auto renewed_before = 30 * 24h;
constexpr auto warned_before = 14 * 24h;

/// In lower case, as browsers write host names.
std::vector<std::string> words_of(std::string list) {
    constexpr auto between = ", \t\n";
    for (auto& c : list)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 'a' - 'A');
    std::vector<std::string> words;
    for (auto at = list.find_first_not_of(between); at != std::string::npos;) {
        auto const end = std::min(list.find_first_of(between, at), list.size());
        words.push_back(list.substr(at, end - at));
        at = list.find_first_not_of(between, end);
    }
    return words;
}

struct HostAndPort {
    std::string host, port;  ///< the port may be empty
};

HostAndPort split(std::string const& name) {
    auto const colon = name.rfind(':');
    if (colon == std::string::npos || name.back() == ']') return {name, ""};
    return {name.substr(0, colon), name.substr(colon + 1)};
}

/// As certificates write it: without port and brackets.
std::string bare(std::string const& name) {
    auto host = split(name).host;
    if (host.size() > 2 && host.front() == '[') host = host.substr(1, host.size() - 2);
    return host;
}

std::string in_address(std::string const& host) {
    return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

bool is_every_address(std::string const& host) { return host == "0.0.0.0" || host == "[::]"; }

/// Without anything said: where it listens, and what the machine is called.
std::vector<std::string> usual_names(std::string const& listen) {
    auto const host = split(listen).host;
    auto names = net::own_names();
    if (!is_every_address(host)) {
        names.erase(std::remove_if(names.begin(), names.end(), net::is_address), names.end());
        names.insert(names.begin(), bare(host));
    }
    std::transform(names.begin(), names.end(), names.begin(), in_address);
    return names;
}

}  // namespace

Certificates::Certificates(Config const& config, Clock const& clock)
    : clock_(clock),
      names_(words_of(config["names"])),
      certificate_(config["tls.certificate"]),
      key_(config["tls.key"]) {
    if (certificate_.empty() != key_.empty())
        throw Config::Bad{"tls.certificate and tls.key: expected both or none"};
    auto const& listen = config["listen"];
    try {
        if (is_given()) {
            stamp_ = stamp();
            read_given();
        } else if (!net::is_loopback(listen)) {
            if (names_.empty()) names_ = usual_names(listen);
            std::vector<std::string> hosts;
            std::transform(names_.begin(), names_.end(), std::back_inserter(hosts), bare);
            authority_.emplace(config["data"], hosts, clock_.now());
            make_own();
        }
    } catch (std::invalid_argument const& error) {
        throw Config::Bad{(is_given() ? "tls.certificate: " : "names: ") +
                          std::string{error.what()}};
    } catch (net::TlsSetting::Bad const& error) {
        throw Config::Bad{"tls.certificate, tls.key: " + std::string{error.what()}};
    }
}

std::string Certificates::url(std::string const& listener) const {
    auto const real = split(listener);
    auto const best = split(names_.empty() ? real.host : names_.front());
    bool const by_tls = shown_ || !names_.empty();  // without a certificate, a proxy's
    auto port = !best.port.empty()         ? best.port
                : shown_ || names_.empty() ? real.port
                                           : std::string{"443"};
    if (port == (by_tls ? "443" : "80")) port.clear();
    return (by_tls ? "https://" : "http://") + best.host + (port.empty() ? "" : ":" + port);
}

std::optional<std::string> Certificates::authority() const {
    return authority_ ? std::optional{authority_->certificate()} : std::nullopt;
}

bool Certificates::look_again() {
    if (!shown_) return false;
    auto const before = shown_;
    auto const left = std::chrono::milliseconds{ends_.ms - clock_.now().ms};
    if (authority_) {
        if (left < renewed_before) make_own();
    } else if (auto now = stamp(); now != stamp_) {
        stamp_ = std::move(now);
        try {
            read_given();
            log::info("app.certificate_changed", {});
        } catch (std::exception const& error) {
            log::warning("app.certificate_unusable", {{"what", error.what()}});
        }
    } else if (left < warned_before && !std::exchange(warned_, true)) {
        log::warning("app.certificate_ends", {{"days", std::to_string(left / 24h)}});
    }
    return shown_ != before;
}

void Certificates::make_own() {
    std::vector<std::string> hosts{"localhost", "127.0.0.1"};
    for (auto const& name : names_)
        if (std::find(hosts.begin(), hosts.end(), bare(name)) == hosts.end())
            hosts.push_back(bare(name));
    auto const own = authority_->issue(hosts, clock_.now());
    shown_ = std::make_shared<net::TlsSetting const>(own);
    ends_ = crypto::expiry(own.certificate);
}

void Certificates::read_given() {
    auto const certificate = blob::read_whole(certificate_);
    if (!certificate) throw Config::Bad{certificate_ + ": is not there"};
    auto const key = blob::read_whole(key_);
    if (!key) throw Config::Bad{key_ + ": is not there"};
    auto const ends = crypto::expiry(*certificate);
    shown_ = std::make_shared<net::TlsSetting const>(crypto::Identity{*certificate, *key});
    ends_ = ends;
    warned_ = false;
    if (!names_.empty()) return;
    names_ = crypto::names_of(*certificate);
    std::transform(names_.begin(), names_.end(), names_.begin(), in_address);
}

/// Another text when one of the given files is another (also behind a link), or may be read now.
std::string Certificates::stamp() const {
    std::string text;
    for (auto const& file : {certificate_, key_}) {
        struct stat found {};
        if (::stat(file.c_str(), &found) != 0) continue;
        for (auto const part :
             {static_cast<long long>(found.st_ino), static_cast<long long>(found.st_size),
              static_cast<long long>(found.st_ctim.tv_sec),
              static_cast<long long>(found.st_ctim.tv_nsec)})
            text += std::to_string(part) + ' ';
    }
    return text;
}

}  // namespace horenso::app
