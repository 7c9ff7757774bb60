#pragma once
#include <pugixml.hpp>

#include <string>
#include <string_view>

/// XML as the parts of a workbook have it: what an element is called counts, its namespace's prefix doesn't.
namespace horenso::sheet {

inline std::string_view local(std::string_view name) {
    auto const colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

inline bool is(pugi::xml_node node, std::string_view name) { return local(node.name()) == name; }

/// The first such child; an empty node if there is none.
inline pugi::xml_node child(pugi::xml_node of, std::string_view name) {
    return of.find_child([name](pugi::xml_node node) { return is(node, name); });
}

inline std::string_view attribute(pugi::xml_node of, std::string_view name) {
    for (auto const each : of.attributes())
        if (local(each.name()) == name) return each.value();
    return {};
}

/// False if it is no XML. Of a document type nothing is read, so no entity can grow.
inline bool parse(pugi::xml_document& document, std::string const& text) {
    return bool{document.load_buffer(text.data(), text.size(),
                                     pugi::parse_default | pugi::parse_ws_pcdata_single)};
}

}  // namespace horenso::sheet
