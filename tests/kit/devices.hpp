// People with devices, and what ends on them when one is lost.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "kit/access.hpp"
#include "kit/passkey_device.hpp"
#include "services/access/known.hpp"

namespace horenso::access::kit {

/// An office whose people have phones and PCs, and make passkeys on them.
class DevicesOnBothDatabases : public AccessOnBothDatabases {
protected:
    void SetUp() override {
        AccessOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto could_see = [](Tx&, OrgId, PersonId) {
            return std::vector<Seen>{{"room", "総務課", 12}, {"people", "", 3}};
        };
        devices_.emplace(Devices::Needs{store(), clock, ids, could_see});
    }
    void TearDown() override {
        passkeys_.reset();
        devices_.reset();
        AccessOnBothDatabases::TearDown();
    }
    Devices& devices() { return *devices_; }

    /// Somebody signed in on a device of their own, and its two cookies.
    struct Phone {
        std::string token = {};
        std::string device = {};
    };
    Phone phone_of(std::string const& login, DeviceClass said = DeviceClass::personal) {
        auto in = must(by_code(card_of(person(minato, login)).code, here, said));
        return {in.token, in.device.value()};
    }
    std::string ask(Phone const& phone) {
        return code(wait_for(access().identify({.token = phone.token, .device = phone.device})));
    }
    DeviceId id_of(Phone const& phone) { return DeviceToken::parse(phone.device)->id; }
    std::vector<Loss> losses(Viewer const& who) { return wait_for(devices().losses(who)); }
    static std::string code(auto const& result) { return result ? "" : result.problem().code; }

    // A passkey that is made on a phone.
    Passkeys& passkeys() {
        if (!passkeys_) passkeys_.emplace(Passkeys::Needs{store(), clock, ids, access()});
        return *passkeys_;
    }
    void give_passkey(Phone const& phone, PasskeyDevice& key) {
        auto const whose = must(identify(phone.token));
        auto const offered = must(wait_for(passkeys().offer(whose, place, {})));
        must(wait_for(passkeys().add(whose, place, key.make(offered))));
    }
    /// In a browser that was never seen.
    std::string by_passkey(PasskeyDevice& key) {
        auto signed_by = key.sign(must(wait_for(passkeys().challenge(here))));
        return code(wait_for(passkeys().sign_in(place, std::move(signed_by), {.address = here})));
    }
    std::string report(Viewer const& who, PersonId whose) {
        return code(wait_for(devices().report_loss(who, whose, std::nullopt)));
    }
    void find_all(Viewer const& who) {
        for (auto const& loss : losses(who))
            if (!loss.found_at) must(wait_for(devices().found(who, loss.id)));
    }
    RelyingParty const place{"https://horenso.example.jp", "horenso.example.jp"};

private:
    std::optional<Passkeys> passkeys_;
    std::optional<Devices> devices_;
};

}  // namespace horenso::access::kit
