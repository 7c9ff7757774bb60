// The readers of json.hpp, one per kind of field.
#pragma once
#include <charconv>
#include <cstdint>

namespace horenso::json::detail {

inline std::string join(std::string const& path, std::string_view name) {
    return path.empty() ? std::string{name} : path + "." + std::string{name};
}

template <>
struct Reader<std::string> {
    static void read(boost::json::value const& v, std::string& out, std::string const& path,
                     Fields& bad) {
        if (!v.is_string()) return bad.push_back({path, "json.not_text"});
        out = v.get_string();
    }
};

template <>
struct Reader<bool> {
    static void read(boost::json::value const& v, bool& out, std::string const& path, Fields& bad) {
        if (!v.is_bool()) return bad.push_back({path, "json.not_yes_or_no"});
        out = v.get_bool();
    }
};

template <>
struct Reader<std::int64_t> {
    static void read(boost::json::value const& v, std::int64_t& out, std::string const& path,
                     Fields& bad) {
        if (!v.is_int64()) return bad.push_back({path, "json.not_whole_number"});
        out = v.get_int64();
    }
};

template <class Tag>
struct Reader<Id<Tag>> {
    static void read(boost::json::value const& v, Id<Tag>& out, std::string const& path,
                     Fields& bad) {
        if (!v.is_string()) return bad.push_back({path, "json.not_id"});
        auto const& text = v.get_string();
        auto const* end = text.data() + text.size();
        auto [stop, error] = std::from_chars(text.data(), end, out.value);
        bool const is_only_spelling = !text.starts_with('0');  // "012" would be another name of 12
        if (error != std::errc{} || stop != end || out.value <= 0 || !is_only_spelling)
            bad.push_back({path, "json.not_id"});
    }
};

template <class T>
struct Reader<std::optional<T>> {
    static void read(boost::json::value const& v, std::optional<T>& out, std::string const& path,
                     Fields& bad) {
        if (v.is_null()) return;
        Reader<T>::read(v, out.emplace(), path, bad);
    }
};

template <class T>
struct Reader<std::vector<T>> {
    static void read(boost::json::value const& v, std::vector<T>& out, std::string const& path,
                     Fields& bad) {
        if (!v.is_array()) return bad.push_back({path, "json.not_list"});
        for (auto const& item : v.get_array()) {
            auto const here = path + "[" + std::to_string(out.size()) + "]";
            Reader<T>::read(item, out.emplace_back(), here, bad);
        }
    }
};

template <class T>
constexpr bool is_optional = false;
template <class T>
constexpr bool is_optional<std::optional<T>> = true;

template <class T>
struct Reader {
    static void read(boost::json::value const& v, T& out, std::string const& path, Fields& bad) {
        if (!v.is_object()) return bad.push_back({path, "json.not_object"});
        auto const& object = v.get_object();
        using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
        boost::mp11::mp_for_each<Members>([&](auto member) {
            auto& field = out.*member.pointer;
            using Field = std::remove_reference_t<decltype(field)>;
            auto const* found = object.if_contains(member.name);
            auto here = join(path, member.name);
            if (found) return Reader<Field>::read(*found, field, here, bad);
            if constexpr (!is_optional<Field>) bad.push_back({here, "json.missing"});
        });
    }
};

}  // namespace horenso::json::detail
