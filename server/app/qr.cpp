#include "app/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace horenso::app {
namespace {

constexpr int quiet_zone = 2;

class Code {
public:
    explicit Code(std::string const& text)
        : code_(QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free) {
        if (!code_) throw std::runtime_error{"QR code: text too long"};
    }
    int width() const { return code_->width; }
    bool dark(int x, int y) const {
        if (x < 0 || y < 0 || x >= width() || y >= width()) return false;
        return (code_->data[y * width() + x] & 1) != 0;
    }

private:
    std::unique_ptr<QRcode, decltype(&QRcode_free)> code_;
};

}  // namespace

std::string qr_for_terminal(std::string const& text) {
    Code const code{text};
    std::string out;
    for (int y = -quiet_zone; y < code.width() + quiet_zone; y += 2) {
        out += "\x1b[30;47m";  // black on white, whatever the terminal's colours
        for (int x = -quiet_zone; x < code.width() + quiet_zone; ++x) {
            auto const upper = code.dark(x, y);
            auto const lower = code.dark(x, y + 1);
            out += upper ? (lower ? "█" : "▀") : (lower ? "▄" : " ");
        }
        out += "\x1b[0m\n";
    }
    return out;
}

}  // namespace horenso::app
