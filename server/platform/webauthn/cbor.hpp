#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace horenso::webauthn {

/// Reads CBOR (RFC 8949) as authenticators write it: of known lengths, without tags and fractions. Nothing is copied
/// and nothing allocated, whatever lengths the bytes claim. Decoding of a single item is libcbor's.
class Cbor {
public:
    enum class Kind { integer, bytes, text, array, map, simple };
    struct Item {
        Kind kind = Kind::simple;
        std::int64_t number =
            0;  ///< of an integer; of an array or a map: how many items or pairs follow
        std::string_view text = {};  ///< of bytes and text; lives as long as what is read
    };

    explicit Cbor(std::string_view bytes) : rest_(bytes) {}

    /// The next item; of an array or a map only its head. nullopt if there is none, or one of another kind.
    std::optional<Item> next();
    std::optional<std::int64_t> integer();
    std::optional<std::string_view> bytes();
    std::optional<std::string_view> text();
    std::optional<std::int64_t> map();

    /// Passes over one item with all that is in it, at most eight levels deep.
    bool skip() { return skip(8); }

    /// What has not been read.
    std::string_view rest() const { return rest_; }

private:
    std::optional<Item> next(Kind kind);
    bool skip(int levels);
    std::string_view rest_;
};

}  // namespace horenso::webauthn
