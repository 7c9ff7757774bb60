// A client as small as one can be that still keeps to the contract of api/live.yaml.
#pragma once
#include <algorithm>
#include <boost/json.hpp>
#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "services/live/sync.hpp"

namespace horenso::talk::kit {

namespace json = boost::json;

/// How far somebody has read, and since when she is there.
struct ModelMark {
    std::int64_t seq = 0, joined_seq = 0;
};

/// A room and its marks as a client knows them.
struct ModelRoom {
    std::int64_t version = 0, marks_version = 0;
    json::object room;  ///< as the server said it last, without what events move
    std::map<std::int64_t, json::object> messages;
    std::map<std::string, ModelMark> marks;
    std::int64_t read_seq = 0, unread = 0;

    /// All that a screen could show, as one text: the newest 40 messages, marks of members.
    std::string shown() const {
        json::object all{{"version", version},
                         {"marks_version", marks_version},
                         {"read_seq", read_seq},
                         {"unread", unread}};
        for (auto const* key :
             {"name", "kind", "master", "origin", "members", "from_seq", "group", "requests"})
            if (auto const* said = room.if_contains(key)) all[key] = *said;
        json::array newest;
        auto skip = messages.size() > 40 ? messages.size() - 40 : 0;
        for (auto const& [seq, message] : messages)
            if (skip == 0 || skip-- == 0) newest.push_back(message);
        all["messages"] = std::move(newest);
        json::object read;
        for (auto const& member : room.at("members").as_array())
            if (auto const mark = marks.find(std::string{member.as_string()}); mark != marks.end())
                read[mark->first] = {mark->second.seq, mark->second.joined_seq};
        all["marks"] = std::move(read);
        return json::serialize(all);
    }
};

/// Takes a snapshot once; what happens later comes to it as events, late, and as syncs.
class ModelClient {
public:
    using Ask = std::function<std::string(live::Have)>;
    ModelClient(std::string me, Ask ask) : me_(std::move(me)), ask_(std::move(ask)) {}

    void sync() {
        for (bool more = true; more;) {
            live::Have have{access_version_, {}};
            for (auto const& [name, version] : others_) have.streams.push_back({name, version});
            for (auto const& [name, room] : rooms_) {
                have.streams.push_back({name, room.version});
                have.streams.push_back({"marks:" + name.substr(5), room.marks_version});
            }
            auto const reply = json::parse(ask_(std::move(have))).as_object();
            access_version_ = reply.at("access_version").as_int64();
            if (auto const* visible = reply.if_contains("visible")) keep_only(visible->as_array());
            for (auto const& stream : reply.at("streams").as_array()) take(stream.as_object());
            more = reply.at("more").as_bool();
        }
    }

    void arrive(std::string event) { waiting_.push_back(std::move(event)); }
    void lose_what_is_on_its_way() { waiting_.clear(); }
    /// Looks at `count` of the events that have arrived.
    void look(std::size_t count) {
        for (; count > 0 && !waiting_.empty(); --count) {
            auto const event = json::parse(waiting_.front()).as_object();
            waiting_.pop_front();
            apply(event);
        }
    }
    void look_at_all() { look(waiting_.size()); }

    std::map<std::string, std::string> shown() const {
        std::map<std::string, std::string> all;
        for (auto const& [name, room] : rooms_) all[name] = room.shown();
        return all;
    }
    std::size_t applied() const { return applied_; }  ///< messages that came as events

private:
    static std::string text(json::value const& value) { return std::string{value.as_string()}; }

    void keep_only(json::array const& visible) {
        std::set<std::string> names;
        for (auto const& name : visible) names.insert(text(name));
        std::erase_if(rooms_, [&](auto const& room) { return !names.contains(room.first); });
    }

    void take(json::object const& stream) {
        auto const name = text(stream.at("stream"));
        auto const version = stream.at("version").as_int64();
        if (auto const* marks = stream.if_contains("marks"))
            return take_marks(rooms_.at(room_of(name)), version, marks->as_array());
        auto const* of_room = stream.if_contains("room");
        if (!of_room) {
            others_[name] = version;
            return;
        }
        auto& room = rooms_[name];
        if (stream.at("snapshot").as_bool()) room.messages.clear();
        room.version = version;
        room.room = of_room->as_object();
        room.read_seq = room.room.at("read_seq").as_int64();
        room.unread = room.room.at("unread").as_int64();
        std::erase_if(room.messages, [from = room.room.at("from_seq").as_int64()](
                                         auto const& message) { return message.first < from; });
        for (auto const& message : stream.at("messages").as_array())
            room.messages[message.at("seq").as_int64()] = message.as_object();
    }

    /// Of "marks:7" the room, "room:7".
    static std::string room_of(std::string const& marks) { return "room:" + marks.substr(6); }

    void apply(json::object const& event) {
        auto const type = text(event.at("type"));
        auto const stream = text(event.at("stream"));
        auto const version = event.at("version").as_int64();
        if (type == "talk.marks") {
            auto const room = rooms_.find(room_of(stream));
            if (room == rooms_.end()) return sync();
            return take_marks(room->second, version, event.at("marks").as_array());
        }
        auto const found = rooms_.find(stream);
        if (found != rooms_.end() && version <= found->second.version) return;
        if (type != "talk.message_posted" || found == rooms_.end() ||
            version != found->second.version + 1)
            return sync();  // told without its content, or a hole
        apply_message(found->second, event.at("message").as_object());
    }

    void apply_message(ModelRoom& room, json::object const& message) {
        ++applied_;
        auto const seq = message.at("seq").as_int64();
        room.version = message.at("version").as_int64();
        room.messages[seq] = message;
        if (seq > room.read_seq && text(message.at("author")) != me_)
            room.unread = std::min<std::int64_t>(100, room.unread + 1);
    }

    void take_marks(ModelRoom& room, std::int64_t version, json::array const& marks) {
        if (version <= room.marks_version) return;
        room.marks_version = version;
        for (auto const& one : marks) {
            auto& mark = room.marks[text(one.at("person"))];
            mark.seq = std::max(mark.seq, one.at("seq").as_int64());
            if (auto const* joined = one.as_object().if_contains("joined_seq"))
                mark.joined_seq = std::max(mark.joined_seq, joined->as_int64());
        }
        auto const mine = room.marks.find(me_);
        if (mine == room.marks.end() || mine->second.seq <= room.read_seq) return;
        room.read_seq = mine->second.seq;
        room.unread = std::ranges::count_if(room.messages, [&](auto const& message) {
            return message.first > room.read_seq && text(message.second.at("author")) != me_;
        });
    }

    std::string me_;
    Ask ask_;
    std::optional<std::int64_t> access_version_;
    std::map<std::string, std::int64_t> others_;  // streams that are no rooms
    std::map<std::string, ModelRoom> rooms_;
    std::deque<std::string> waiting_;
    std::size_t applied_ = 0;
};

}  // namespace horenso::talk::kit
