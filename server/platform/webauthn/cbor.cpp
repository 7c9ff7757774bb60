#include "platform/webauthn/cbor.hpp"

#include <cbor.h>

#include <limits>

namespace horenso::webauthn {
namespace {

using Item = Cbor::Item;
using Kind = Cbor::Kind;

/// Where libcbor puts the one item that it decodes.
struct Seen {
    std::optional<Item> item;
};

void see(void* context, Item item) { static_cast<Seen*>(context)->item = item; }

void see_number(void* context, std::uint64_t value) {
    if (value > std::numeric_limits<std::int64_t>::max()) return;
    see(context, {.kind = Kind::integer, .number = static_cast<std::int64_t>(value)});
}

void see_negative(void* context, std::uint64_t value) {
    if (value > std::numeric_limits<std::int64_t>::max()) return;
    see(context, {.kind = Kind::integer, .number = -1 - static_cast<std::int64_t>(value)});
}

template <Kind kind>
void see_text(void* context, cbor_data data, std::size_t size) {
    see(context, {.kind = kind, .text = {reinterpret_cast<char const*>(data), size}});
}

template <Kind kind>
void see_head(void* context, std::size_t count) {
    if (count > 1'000'000) return;
    see(context, {.kind = kind, .number = static_cast<std::int64_t>(count)});
}

void see_nothing(void* context) { see(context, {}); }

/// What isn't named here is passed to libcbor's empty callbacks, and so is not seen.
cbor_callbacks callbacks() {
    auto all = cbor_empty_callbacks;
    all.uint8 = [](void* context, std::uint8_t value) { see_number(context, value); };
    all.uint16 = [](void* context, std::uint16_t value) { see_number(context, value); };
    all.uint32 = [](void* context, std::uint32_t value) { see_number(context, value); };
    all.uint64 = see_number;
    all.negint8 = [](void* context, std::uint8_t value) { see_negative(context, value); };
    all.negint16 = [](void* context, std::uint16_t value) { see_negative(context, value); };
    all.negint32 = [](void* context, std::uint32_t value) { see_negative(context, value); };
    all.negint64 = see_negative;
    all.byte_string = see_text<Kind::bytes>;
    all.string = see_text<Kind::text>;
    all.array_start = see_head<Kind::array>;
    all.map_start = see_head<Kind::map>;
    all.null = see_nothing;
    all.boolean = [](void* context, bool) { see_nothing(context); };
    return all;
}

}  // namespace

std::optional<Cbor::Item> Cbor::next() {
    static cbor_callbacks const all = callbacks();
    Seen seen;
    auto const* data = reinterpret_cast<cbor_data>(rest_.data());
    auto const decoded = cbor_stream_decode(data, rest_.size(), &all, &seen);
    if (decoded.status != CBOR_DECODER_FINISHED || !seen.item) return std::nullopt;
    rest_.remove_prefix(decoded.read);
    return seen.item;
}

std::optional<Cbor::Item> Cbor::next(Kind kind) {
    auto const before = rest_;
    auto item = next();
    if (item && item->kind == kind) return item;
    rest_ = before;
    return std::nullopt;
}

std::optional<std::int64_t> Cbor::integer() {
    auto const item = next(Kind::integer);
    return item ? std::optional{item->number} : std::nullopt;
}

std::optional<std::string_view> Cbor::bytes() {
    auto const item = next(Kind::bytes);
    return item ? std::optional{item->text} : std::nullopt;
}

std::optional<std::string_view> Cbor::text() {
    auto const item = next(Kind::text);
    return item ? std::optional{item->text} : std::nullopt;
}

std::optional<std::int64_t> Cbor::map() {
    auto const item = next(Kind::map);
    return item ? std::optional{item->number} : std::nullopt;
}

bool Cbor::skip(int levels) {
    auto const item = next();
    if (!item || levels == 0) return false;
    auto inside = item->kind == Kind::array ? item->number
                  : item->kind == Kind::map ? 2 * item->number
                                            : 0;
    for (; inside > 0; --inside)
        if (!skip(levels - 1)) return false;
    return true;
}

}  // namespace horenso::webauthn
