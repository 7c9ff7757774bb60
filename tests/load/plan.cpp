#include "load/plan.hpp"

#include <fstream>
#include <numeric>
#include <stdexcept>

namespace horenso::load {

std::size_t Plan::members() const {
    auto add = [](std::size_t sum, Room const& room) { return sum + room.cookies.size(); };
    return std::accumulate(rooms.begin(), rooms.end(), std::size_t{0}, add);
}

std::vector<Plan::Room> read_rooms(std::filesystem::path const& file) {
    std::ifstream lines(file);
    if (!lines) throw std::runtime_error("can't read " + file.string());
    std::vector<Plan::Room> rooms;
    std::string word;
    std::string rest;
    while (lines >> word >> std::ws && std::getline(lines, rest)) {
        if (word == "room") {
            rooms.push_back({rest, {}});
        } else if (word == "member" && !rooms.empty()) {
            rooms.back().cookies.push_back(rest);
        } else {
            throw std::runtime_error("neither room nor member: " + word);
        }
    }
    return rooms;
}

std::vector<Plan::Room> make_rooms(std::size_t rooms, std::size_t members) {
    std::vector<Plan::Room> made;
    for (std::size_t i = 1; i <= rooms; ++i) {
        made.push_back({std::to_string(i), std::vector<std::string>(members)});
    }
    return made;
}

}  // namespace horenso::load
