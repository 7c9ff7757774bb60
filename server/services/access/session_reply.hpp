#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "platform/net/message.hpp"
#include "services/access/access.hpp"

namespace horenso::access {

/// 201 with who it is, and the cookies.
net::Reply welcome(net::Request const& request, SignedIn const& signed_in);

/// Without a life the browser forgets it when it is closed.
net::Header cookie_of(net::Request const& request, std::string name, std::string_view value,
                      std::optional<std::chrono::seconds> life);
/// On a shared device it goes with the browser.
net::Header session_cookie_of(net::Request const& request, std::string_view token,
                              DeviceClass device);
net::Header forgotten_cookie(net::Request const& request);

/// What a body says of the device. A client that says nothing is one of the time before it was asked: then it is one's
/// own. 422 for another word.
Result<DeviceClass> device_said(std::optional<std::string> const& word);

/// What a body says to prove who it is. A client that sends no body is one of the time before it was asked.
Result<Proof> proof_in(net::Request const& request);

/// Where the request comes from, on which device.
Arrival arrival_of(net::Request const& request, DeviceClass device);

}  // namespace horenso::access
