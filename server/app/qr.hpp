#pragma once
#include <string>

namespace horenso::app {

/// `text` as a QR code made of half-block characters, dark on light, for a terminal.
std::string qr_for_terminal(std::string const& text);

}  // namespace horenso::app
