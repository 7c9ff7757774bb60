#include "platform/store/parameter.hpp"

#include <stdexcept>

namespace horenso {

void check_parameters(std::span<Value const> values) {
    for (auto const& value : values) {
        auto const* text = std::get_if<std::string_view>(&value.held());
        if (text && text->find('\0') != std::string_view::npos)
            throw std::invalid_argument{"store: a text holds NUL"};
    }
}

}  // namespace horenso
