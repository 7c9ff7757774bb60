#include "services/live/note.hpp"

#include <boost/json.hpp>

#include "platform/base/json_writer.hpp"
#include "platform/base/log.hpp"

namespace horenso::live {
namespace {

// The numbers of Told::What on the wire, and so never changed.
constexpr int number_of(Told::What what) {
    switch (what) {
        case Told::What::event: return 0;
        case Told::What::refresh: return 1;
        case Told::What::reader_joined: return 2;
        case Told::What::reader_left: return 3;
        case Told::What::access_ended: return 4;
    }
    return -1;
}

enum class Event { whole, left_out };

std::string one_as_json(Told const& one, Event event) {
    json::Writer out;
    out.open_object().field("w", number_of(one.what)).field("o", one.stream.org.value);
    out.field("k", one.stream.kind).field("i", one.stream.id).field("v", one.version);
    if (one.person != 0) out.field("p", one.person);
    if (one.session != 0) out.field("s", one.session);
    if (!one.json.empty() && event == Event::whole) out.field("j", one.json);
    out.close_object();
    return out.take();
}

std::string as_json(Step const& step, Event event) {
    std::string out;
    for (auto const& one : step) {
        if (!out.empty()) out += ',';
        out += one_as_json(one, event);
    }
    return out;
}

std::int64_t number(boost::json::object const& object, char const* key) {
    auto const* found = object.if_contains(key);
    return found && found->is_int64() ? found->get_int64() : 0;
}

std::string_view text(boost::json::object const& object, char const* key) {
    auto const* found = object.if_contains(key);
    if (!found || !found->is_string()) return {};
    return {found->get_string().data(), found->get_string().size()};
}

Told read_one(boost::json::object const& object, std::string_view kind) {
    Told one;
    for (auto const what : {Told::What::event, Told::What::refresh, Told::What::reader_joined,
                            Told::What::reader_left, Told::What::access_ended})
        if (number(object, "w") == number_of(what)) one.what = what;
    one.stream = {OrgId{number(object, "o")}, kind, number(object, "i")};
    one.version = number(object, "v");
    one.person = number(object, "p");
    one.session = number(object, "s");
    one.json = text(object, "j");
    return one;
}

}  // namespace

std::vector<std::string> write_notes(std::string_view node, std::vector<Step> const& steps,
                                     std::size_t most_bytes) {
    json::Writer head;
    head.open_object().field("from", node).key("told");
    auto const begin = head.take() + '[';
    std::vector<std::string> notes;
    auto room = [&](std::size_t bytes) {
        return !notes.empty() && notes.back().size() + bytes + 3 <= most_bytes;
    };
    for (auto const& step : steps) {
        auto text = as_json(step, Event::whole);
        if (begin.size() + text.size() + 2 > most_bytes) text = as_json(step, Event::left_out);
        if (room(text.size()))
            notes.back() += ',' + text;
        else
            notes.push_back(begin + text);
    }
    for (auto& note : notes) note += "]}";
    return notes;
}

std::vector<Told> read_note(std::string_view node, std::string_view note,
                            std::function<std::string_view(std::string_view)> const& kind_of) {
    boost::system::error_code error;
    auto const value = boost::json::parse({note.data(), note.size()}, error);
    auto const* object = value.if_object();
    auto const* all = object ? object->if_contains("told") : nullptr;
    if (error || !all || !all->is_array()) {
        log::warning("live.strange_note", {{"bytes", std::to_string(note.size())}});
        return {};
    }
    std::vector<Told> told;
    if (text(*object, "from") == node) return told;
    for (auto const& each : all->get_array()) {
        auto const* one = each.if_object();
        if (!one) continue;
        if (auto const kind = kind_of(text(*one, "k")); !kind.empty())
            told.push_back(read_one(*one, kind));
    }
    return told;
}

}  // namespace horenso::live
