#include "load/load.hpp"

#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <stdexcept>
#include <system_error>

#include "load/clock.hpp"
#include "load/frames.hpp"

namespace horenso::load {
namespace {

enum class Kind : std::uint32_t { member, sender, timer };

std::uint64_t tag(Kind kind, std::size_t index) {
    return std::uint64_t{static_cast<std::uint32_t>(kind)} << 32 | index;
}

std::int64_t as_ns(double seconds) { return static_cast<std::int64_t>(seconds * 1e9); }

}  // namespace

Load::Load(Plan const& plan, Pace const& pace)
    : plan_(plan),
      pace_(pace),
      epoll_(epoll_create1(EPOLL_CLOEXEC)),
      buffer_(1 << 20),
      payload_(make_payload()) {
    prctl(PR_SET_TIMERSLACK, 1UL);
    if (pace_.receivers) connect_members();
    connect_senders();
    timer_ = timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    watch(timer_, tag(Kind::timer, 0));
}

Load::~Load() {
    close(timer_);
    close(epoll_);
}

void Load::watch(int socket, std::uint64_t tag) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = tag;
    if (epoll_ctl(epoll_, EPOLL_CTL_ADD, socket, &event) != 0) {
        throw std::system_error(errno, std::generic_category(), "epoll_ctl");
    }
}

void Load::connect_members() {
    members_.reserve(plan_.members());
    for (auto const& room : plan_.rooms) {
        auto const place = static_cast<std::uint32_t>(rooms_.size());
        auto const first = static_cast<std::uint32_t>(members_.size());
        auto const count = static_cast<std::uint32_t>(room.cookies.size());
        rooms_.push_back({Tally{count}, first, count, 0, {}, {}});
        for (std::uint32_t i = 0; i < count; ++i) {
            Connection connection(plan_.address);
            auto const path = plan_.target == Target::product ? "/api/v1/live" : "/" + room.id;
            connection.upgrade(plan_.address, path, room.cookies[i]);
            watch(connection.socket(), tag(Kind::member, members_.size()));
            members_.push_back({std::move(connection), place, i, 0, 0});
        }
    }
}

void Load::connect_senders() {
    if (!pace_.receivers) {
        for (std::size_t i = 0; i < plan_.rooms.size(); ++i)
            rooms_.push_back({Tally{0}, 0, 0, 0, {}, {}});
    }
    posters_.reserve(pace_.slots);
    for (std::size_t i = 0; i < pace_.slots; ++i) {
        auto const room = static_cast<std::uint32_t>(i % plan_.rooms.size());
        slots_.push_back({room, 0, 0, true, false, 0});
        if (plan_.target == Target::sockets) continue;
        auto const& cookies = plan_.rooms[room].cookies;
        posters_.emplace_back(plan_.address, plan_.rooms[room].id,
                              cookies[i / plan_.rooms.size() % cookies.size()]);
        watch(posters_.back().socket(), tag(Kind::sender, i));
    }
}

Measured Load::run() {
    run_until(now_ns() + as_ns(0.3));  // greetings
    running_ = true;
    start();
    run_until(now_ns() + as_ns(pace_.warm_up_seconds));

    measuring_ = true;
    auto const from = now_ns();
    auto const server_from = pace_.server ? cpu_ns(pace_.server) : 0;
    auto const own_from = cpu_ns(0);
    run_until(from + as_ns(pace_.seconds));
    measured_.own_cpu_seconds = static_cast<double>(cpu_ns(0) - own_from) / 1e9;
    if (pace_.server)
        measured_.server_cpu_seconds =
            static_cast<double>(cpu_ns(pace_.server) - server_from) / 1e9;
    measured_.seconds = static_cast<double>(now_ns() - from) / 1e9;
    measuring_ = false;

    running_ = false;
    auto const deadline = now_ns() + as_ns(10);
    while (busy_ > 0 && now_ns() < deadline) turn(100);
    run_until(now_ns() + as_ns(0.2));  // what should not come
    for (auto const& room : rooms_) {
        measured_.wrong += room.tally.wrong();
        measured_.missing += room.tally.missing();
    }
    return measured_;
}

void Load::start() {
    if (pace_.rate > 0) {
        for (std::uint32_t i = 0; i < slots_.size(); ++i) rooms_[slots_[i].room].idle.push_back(i);
        next_due_ns_ = now_ns();
        send_what_is_due();
    } else {
        for (std::uint32_t i = 0; i < slots_.size(); ++i) begin(i, now_ns());
    }
}

void Load::run_until(std::int64_t end_ns) {
    for (auto now = now_ns(); now < end_ns; now = now_ns()) {
        turn(static_cast<int>((end_ns - now) / 1'000'000) + 1);
    }
}

void Load::turn(int wait_ms) {
    std::array<epoll_event, 1024> events;
    auto const count = epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), wait_ms);
    for (int i = 0; i < count; ++i) {
        auto const at = events[static_cast<std::size_t>(i)].data.u64;
        auto const index = static_cast<std::uint32_t>(at);
        switch (static_cast<Kind>(at >> 32)) {
            case Kind::member: receive(index); break;
            case Kind::sender:
                if (posters_[index].receive()) answered(index);
                break;
            case Kind::timer: send_what_is_due(); break;
        }
    }
}

void Load::send_what_is_due() {
    if (!running_) return;
    auto const now = now_ns();
    for (; next_due_ns_ <= now; next_due_ns_ += as_ns(1 / pace_.rate)) {
        auto& room = rooms_[next_room_++ % rooms_.size()];
        if (room.idle.empty()) {
            room.late.push_back(next_due_ns_);
        } else {
            auto const slot = room.idle.back();
            room.idle.pop_back();
            begin(slot, next_due_ns_);
        }
    }
    set_timer();
}

void Load::set_timer() {
    itimerspec when{};
    when.it_value.tv_sec = next_due_ns_ / 1'000'000'000;
    when.it_value.tv_nsec = next_due_ns_ % 1'000'000'000;
    timerfd_settime(timer_, TFD_TIMER_ABSTIME, &when, nullptr);
}

void Load::begin(std::uint32_t index, std::int64_t sent_ns) {
    auto& slot = slots_[index];
    auto& room = rooms_[slot.room];
    slot.number = room.tally.posted();
    slot.awaited = room.members;
    slot.busy = true;
    slot.sent_ns = sent_ns;
    slot.answered = posters_.empty();
    ++busy_;
    Stamp const stamp{sent_ns, slot.number, index};
    if (posters_.empty()) {
        post_over_socket(room, stamp);
    } else {
        posters_[index].post(stamp);
    }
}

void Load::post_over_socket(Room& room, Stamp const& stamp) {
    write_stamp(payload_.data(), stamp);
    auto const sender = room.first_member + room.next_sender++ % room.members;
    members_[sender].connection.send(client_frame(Opcode::text, payload_));
}

void Load::receive(std::uint32_t index) {
    auto& member = members_[index];
    auto& unread = member.connection.unread;
    std::copy(unread.begin(), unread.end(), buffer_.begin());
    auto const room_left = buffer_.size() - unread.size();
    auto const got =
        recv(member.connection.socket(), buffer_.data() + unread.size(), room_left, MSG_DONTWAIT);
    if (got < 0 && errno == EAGAIN) return;
    if (got <= 0) throw std::runtime_error("the server closed a member's socket");

    std::string_view const bytes(buffer_.data(), unread.size() + static_cast<std::size_t>(got));
    auto const now = now_ns();
    auto const used = scan_frames(bytes, [&](Opcode opcode, std::string_view payload) {
        if (opcode == Opcode::text) seen(member, payload, now);
        if (opcode == Opcode::ping) member.connection.send(client_frame(Opcode::pong, payload));
        if (opcode == Opcode::close)
            throw std::runtime_error("the server sent a close frame to a member");
    });
    unread.assign(bytes.substr(used));
}

void Load::seen(Member& member, std::string_view frame, std::int64_t now) {
    auto const stamp = find_stamp(frame, member.stamp_at);
    if (!stamp) return;  // a greeting, marks
    std::optional<std::int64_t> seq;
    if (plan_.target == Target::product) seq = find_seq(frame, member.seq_at);
    rooms_[member.room].tally.arrived(member.place, stamp->number, seq);
    if (measuring_) {
        ++measured_.deliveries;
        measured_.latency.add(now - stamp->sent_ns);
    }
    if (stamp->slot >= slots_.size()) return;
    auto& slot = slots_[stamp->slot];
    if (!slot.busy || slot.number != stamp->number || slot.awaited == 0) return;
    --slot.awaited;
    finish_if_done(stamp->slot);
}

void Load::answered(std::uint32_t index) {
    auto& slot = slots_[index];
    if (measuring_ && !pace_.receivers) measured_.latency.add(now_ns() - slot.sent_ns);
    slot.answered = true;
    finish_if_done(index);
}

void Load::finish_if_done(std::uint32_t index) {
    auto& slot = slots_[index];
    if (slot.awaited > 0 || !slot.answered) return;
    slot.busy = false;
    --busy_;
    if (measuring_) ++measured_.posts;
    if (!running_) return;
    auto& room = rooms_[slot.room];
    if (pace_.rate == 0) {
        begin(index, now_ns());
    } else if (room.late.empty()) {
        room.idle.push_back(index);
    } else {
        auto const due = room.late.front();
        room.late.pop_front();
        begin(index, due);
    }
}

}  // namespace horenso::load
