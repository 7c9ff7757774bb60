#include "app/sample_files.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string_view>
#include <tuple>

namespace horenso::app {
namespace {

using Room = SampleOffice::Room;
using Members = SampleOffice::Members;

std::runtime_error bad(toml::node const& node, std::string const& expected) {
    auto const& source = node.source();
    return std::runtime_error{(source.path ? *source.path : std::string{}) + ':' +
                              std::to_string(source.begin.line) + ": expected " + expected};
}

/// The value under `key`, a name in a table or a place in an array.
template <class T, class Holder, class Key>
T need(Holder const& holder, Key key, std::string const& expected) {
    auto const* node = holder.get(key);
    auto const value = node ? node->template value_exact<T>() : std::nullopt;
    if (!value) throw bad(holder, expected);
    return *value;
}

std::string need_text(toml::table const& table, std::string const& key) {
    return need<std::string>(table, key, key + " = text");
}

template <class T>
T const& need_as(toml::node const* node, toml::node const& holder, std::string const& expected) {
    auto const* value = node ? node->as<T>() : nullptr;
    if (!value) throw bad(node ? *node : holder, expected);
    return *value;
}

std::vector<std::string> need_words(toml::table const& table, std::string const& key) {
    auto const& list = need_as<toml::array>(table.get(key), table, key + " = […]");
    std::vector<std::string> words;
    for (std::size_t i = 0; i < list.size(); ++i)
        words.push_back(need<std::string>(list, i, "words"));
    return words;
}

std::string_view bytes_of(std::span<embedded::File const> files, std::string_view path) {
    auto const file = std::ranges::find(files, path, &embedded::File::path);
    if (file == files.end()) throw std::runtime_error{std::string{path} + ": the file is missing"};
    return file->bytes;
}

toml::table parsed(std::span<embedded::File const> files, std::string_view path) {
    try {
        return toml::parse(bytes_of(files, path), path);
    } catch (toml::parse_error const& error) {
        throw std::runtime_error{std::string{path} + ':' +
                                 std::to_string(error.source().begin.line) + ": " +
                                 std::string{error.description()}};
    }
}

/// "08:30" as minutes after midnight.
std::chrono::minutes time_of(std::string const& text, toml::node const& where) {
    int hour = -1, minute = -1, length = 0;
    auto const found = std::sscanf(text.c_str(), "%2d:%2d%n", &hour, &minute, &length);
    if (found != 2 || text.size() != 5 || length != 5 || hour < 0 || hour > 23 || minute < 0 ||
        minute > 59)
        throw bad(where, "a time such as \"08:30\"");
    return std::chrono::hours{hour} + std::chrono::minutes{minute};
}

Members all_of(toml::table const& choice) {
    if (choice.contains("department"))
        return {Members::By::department, need_text(choice, "department")};
    return {Members::By::employment, need_text(choice, "employment")};
}

Members members_of(toml::node const& node) {
    if (auto const login = node.value_exact<std::string>()) return {Members::By::login, *login};
    return all_of(need_as<toml::table>(&node, node, "a login or { department = … }"));
}

Room room_of(std::string key, toml::table const& table) {
    Room room;
    room.key = std::move(key);
    if (auto const* direct = table.get_as<toml::array>("direct")) {
        room.master = need<std::string>(*direct, 0U, "two logins");
        room.members = {{Members::By::login, need<std::string>(*direct, 1U, "two logins")}};
        return room;
    }
    if (table.contains("department") || table.contains("employment")) {
        room.is_automatic = true;
        room.members = {all_of(table)};
        return room;
    }
    room.name = need_text(table, "name");
    room.master = need_text(table, "master");
    if (table.contains("purpose")) room.purpose = need_text(table, "purpose");
    if (table.contains("ends_in"))
        room.ends_in = static_cast<int>(need<std::int64_t>(table, "ends_in", "a number of days"));
    for (auto const& node : need_as<toml::array>(table.get("members"), table, "members = […]"))
        room.members.push_back(members_of(node));
    return room;
}

SampleOffice::Line line_of(toml::array const& line) {
    std::string const expected = "[days ago, \"time\", \"who\", \"text\"]";
    auto const days_ago = need<std::int64_t>(line, 0U, expected);
    if (days_ago < 1 || days_ago > 5) throw bad(line, "1 to 5 days ago");
    return {static_cast<int>(days_ago), time_of(need<std::string>(line, 1U, expected), line),
            need<std::string>(line, 2U, expected), need<std::string>(line, 3U, expected)};
}

/// A message is later than the one above it, so that places in the file are places in the room.
bool is_later(SampleOffice::Line const& line, SampleOffice::Line const& before) {
    return std::tuple{-line.days_ago, line.at} > std::tuple{-before.days_ago, before.at};
}

void read_talk(Room& room, toml::table const& table) {
    for (auto const& node : need_as<toml::array>(table.get("talk"), table, "talk = […]")) {
        auto line = line_of(need_as<toml::array>(&node, node, "one message"));
        if (!room.talk.empty() && !is_later(line, room.talk.back()))
            throw bad(node, "a message later than the one above");
        room.talk.push_back(std::move(line));
    }
    if (!table.contains("unread")) return;
    for (auto const& [login, node] : need_as<toml::table>(table.get("unread"), table, "logins")) {
        auto const count = node.value_exact<std::int64_t>().value_or(0);
        auto const all = static_cast<std::int64_t>(room.talk.size());
        auto const by_them = [&](auto const& line) { return line.author == login.str(); };
        if (count < 1 || count > all ||
            std::any_of(room.talk.end() - count, room.talk.end(), by_them))
            throw bad(node, "a number of messages after the person's own");
        room.unread.emplace(login.str(), count);
    }
}

std::string talk_file(std::string_view room) {
    return "app/sample/talk/" + std::string{room} + ".toml";
}

/// Talk of a room that nobody made would be forgotten.
void look_for_strays(std::span<embedded::File const> files, toml::table const& rooms) {
    for (auto const& file : files) {
        auto const names_it = [&](auto const& entry) {
            return talk_file(entry.first.str()) == file.path;
        };
        if (file.path.starts_with("app/sample/talk/") && std::ranges::none_of(rooms, names_it))
            throw std::runtime_error{std::string{file.path} + ": expected a room of rooms.toml"};
    }
}

std::vector<Room> read_rooms(std::span<embedded::File const> files) {
    auto const rooms = parsed(files, "app/sample/rooms.toml");
    look_for_strays(files, rooms);
    std::vector<Room> read;
    for (auto const& [key, node] : rooms) {
        auto room = room_of(std::string{key.str()}, need_as<toml::table>(&node, node, "a room"));
        read_talk(room, parsed(files, talk_file(room.key)));
        read.push_back(std::move(room));
    }
    return read;
}

SampleOffice::Set set_of(toml::node const& node) {
    auto const& set = need_as<toml::table>(&node, node, "a set: name, permissions, people");
    return {need_text(set, "name"), need_words(set, "permissions"), need_words(set, "people")};
}

std::vector<SampleOffice::Photo> read_photos(std::span<embedded::File const> files,
                                             std::vector<std::string> const& logins) {
    std::vector<SampleOffice::Photo> photos;
    for (auto const& login : logins) {
        auto const of = "app/sample/photos/" + login;
        photos.push_back({login, std::string{bytes_of(files, of + ".large.jpg")},
                          std::string{bytes_of(files, of + ".small.jpg")}});
    }
    return photos;
}

void read_office(SampleOffice& office, toml::table const& table) {
    office.slug = need_text(table, "slug");
    office.name = need_text(table, "name");
    office.administrator = need_text(table, "administrator");
    office.sub_administrator = need_text(table, "sub_administrator");
    office.newcomer = need_text(table, "newcomer");
    office.heads = need_words(table, "heads");
    office.away = need_words(table, "away");
    for (auto const& node : need_as<toml::array>(table.get("sets"), table, "[[sets]]"))
        office.sets.push_back(set_of(node));
    for (auto const& node : need_as<toml::array>(table.get("sites"), table, "sites = […]")) {
        auto const& site = need_as<toml::table>(&node, node, "{ name = …, departments = … }");
        office.sites.push_back({need_text(site, "name"), need_text(site, "address"),
                                need_text(site, "telephone"), need_words(site, "departments")});
    }
    for (auto const& node : need_as<toml::array>(table.get("looks"), table, "looks = […]")) {
        auto const& look = need_as<toml::table>(&node, node, "{ from = …, minutes = … }");
        auto const minutes = need<std::int64_t>(look, "minutes", "minutes = a number");
        if (minutes < 1 || minutes > 120) throw bad(node, "1 to 120 minutes");
        office.looks.push_back({time_of(need_text(look, "from"), node), static_cast<int>(minutes)});
    }
}

}  // namespace

SampleOffice read_sample_files(std::span<embedded::File const> files) {
    SampleOffice office;
    auto const table = parsed(files, "app/sample/office.toml");
    read_office(office, table);
    office.staff_csv = bytes_of(files, "app/sample/staff.csv");
    office.contacts_csv = bytes_of(files, "app/sample/contacts.csv");
    office.photos = read_photos(files, need_words(table, "photos"));
    office.rooms = read_rooms(files);
    return office;
}

}  // namespace horenso::app
