#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "platform/base/id.hpp"

namespace horenso::json {

/// Writes JSON text from the first byte to the last, commas included. For everything that goes out;
/// text must be valid UTF-8. Braces are the caller's to balance.
class Writer {
public:
    Writer& open_object() { return open('{'); }
    Writer& close_object() { return close('}'); }
    Writer& open_array() { return open('['); }
    Writer& close_array() { return close(']'); }

    Writer& key(std::string_view name);

    Writer& value(std::string_view text);
    Writer& value(char const* text) { return value(std::string_view{text}); }
    Writer& value(std::same_as<bool> auto yes) { return raw(yes ? "true" : "false"); }
    Writer& value(std::integral auto number) requires(!std::same_as<decltype(number), bool>) {
        return raw(std::to_string(number));
    }
    template <class Tag>
    Writer& value(Id<Tag> id) {
        return raw('"' + std::to_string(id.value) + '"');
    }

    /// A value that is JSON text already.
    Writer& raw(std::string_view json);

    template <class T>
    Writer& field(std::string_view name, T const& of) {
        return key(name).value(of);
    }

    std::string take() { return std::move(out_); }
    std::size_t size() const { return out_.size(); }

private:
    Writer& open(char brace);
    Writer& close(char brace);
    void separate();

    std::string out_;
    bool comma_ = false;  ///< something stands before in this object or array
};

/// Appends `text` as a JSON string with its quotes.
void append_quoted(std::string& out, std::string_view text);

}  // namespace horenso::json
