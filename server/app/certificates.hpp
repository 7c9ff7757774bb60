#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/authority.hpp"
#include "app/config.hpp"
#include "platform/net/tls.hpp"
#include "platform/time/clock.hpp"

namespace horenso::app {

/// Under which names people come, and which certificate they are shown (docs/adr/0021-tls.md): the one
/// of the settings; without one, beyond loopback, one by the data folder's own authority; on loopback
/// none. Touched by one thread at a time.
class Certificates {
public:
    /// Throws Config::Bad for settings that can't be used.
    Certificates(Config const& config, Clock const& clock);

    /// As in addresses, the best first: "minato.example", "[fd00::1]", "minato.example:8443". None: the
    /// listener's own address is the only one.
    std::vector<std::string> const& names() const { return names_; }
    /// None: plain HTTP.
    std::shared_ptr<net::TlsSetting const> const& shown() const { return shown_; }
    /// The address that people type, of a server that listens on `listener` ("127.0.0.1:8080").
    std::string url(std::string const& listener) const;
    /// Of the data folder's own authority (PEM); nothing if another one vouches, or nobody.
    std::optional<std::string> authority() const;

    /// Reads given files again if they changed (a pair that can't be used is logged, and the old one goes
    /// on), and makes the own certificate anew 30 days before it is over. True if `shown` is new.
    bool look_again();

private:
    void make_own();
    void read_given();
    bool is_given() const { return !certificate_.empty(); }
    std::string stamp() const;

    Clock const& clock_;
    std::vector<std::string> names_;
    std::string certificate_, key_;  // files; empty: not given
    std::string stamp_;              // of these files when they were last looked at
    std::optional<Authority> authority_;
    std::shared_ptr<net::TlsSetting const> shown_;
    Instant ends_;
    bool warned_ = false;
};

}  // namespace horenso::app
