#pragma once
#include <concepts>
#include <cstdint>
#include <string>
#include <vector>

#include "platform/base/id.hpp"
#include "platform/base/json_writer.hpp"

namespace horenso::audit {

/// A word of the program itself: made from a literal only.
class Word {
public:
    consteval Word(char const* literal) : text_(literal) {}
    constexpr char const* text() const { return text_; }

private:
    char const* text_;
};

/// What else there is to keep of an action: ids, numbers and the program's own words. It can't take
/// text that somebody typed, so no message, name, password, code or token gets into a row that is
/// never deleted. Names are looked up by id when the rows are read.
class Details {
public:
    Details() { fields_.open_object(); }

    Details& word(Word name, Word value) {
        fields_.field(name.text(), value.text());
        return *this;
    }
    Details& number(Word name, std::integral auto value) {
        fields_.field(name.text(), value);
        return *this;
    }
    template <class Tag>
    Details& id(Word name, Id<Tag> value) {
        fields_.field(name.text(), value);
        return *this;
    }
    template <class Tag>
    Details& ids(Word name, std::vector<Id<Tag>> const& values) {
        fields_.key(name.text()).open_array();
        for (auto const value : values) fields_.value(value);
        fields_.close_array();
        return *this;
    }

    /// `{"by":"card"}`.
    std::string json() const {
        auto closed = fields_;
        closed.close_object();
        return closed.take();
    }

private:
    json::Writer fields_;
};

}  // namespace horenso::audit
