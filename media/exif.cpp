#include "exif.hpp"

#include <cstddef>
#include <cstdint>

namespace horenso::media {
namespace {

constexpr std::uint32_t orientation_tag = 0x0112;
constexpr std::size_t entry_bytes = 12;

/// Whole numbers in a block of bytes; 0 beyond its end.
class Numbers {
public:
    explicit Numbers(std::string_view bytes) : bytes_(bytes), little_(bytes.starts_with("II")) {}

    std::uint32_t at(std::size_t place, std::size_t size) const {
        if (place > bytes_.size() || size > bytes_.size() - place) return 0;
        std::uint32_t number = 0;
        for (std::size_t i = 0; i < size; ++i) {
            auto const byte = bytes_[place + (little_ ? size - 1 - i : i)];
            number = number << 8 | static_cast<unsigned char>(byte);
        }
        return number;
    }

private:
    std::string_view bytes_;
    bool little_;
};

}  // namespace

int orientation_in(std::string_view tiff) {
    if (!tiff.starts_with("II") && !tiff.starts_with("MM")) return 1;
    Numbers const numbers{tiff};
    if (numbers.at(2, 2) != 42) return 1;
    std::size_t const directory = numbers.at(4, 4);
    auto const count = numbers.at(directory, 2);
    for (std::uint32_t i = 0; i < count; ++i) {
        auto const entry = directory + 2 + i * entry_bytes;
        if (entry > tiff.size()) return 1;
        if (numbers.at(entry, 2) != orientation_tag) continue;
        auto const value = numbers.at(entry + 8, 2);
        return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return 1;
}

}  // namespace horenso::media
