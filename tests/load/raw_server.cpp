// The limit to compare with: one thread, one epoll, no rooms beyond a list of sockets, no storage,
// no parsing. A post arrives as a ready frame; for each member of its room there is one send().
//
// Protocol: `GET /ROOM` is answered 101 (the key isn't looked at). Frames of clients have 126 to
// 65535 bytes of payload and the mask 0, so that the server's frame is made by writing its four
// bytes of head over the mask.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace {

constexpr std::size_t client_head = 8;
constexpr std::size_t server_head = 4;

struct Client {
    std::vector<int>* room = nullptr;  ///< sockets of all members; null until the handshake
    std::string unread;
    std::string unsent;  ///< what a full socket didn't take
};

class RawServer {
public:
    explicit RawServer(std::uint16_t port) {
        listener_ = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        int const on = 1;
        setsockopt(listener_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
        sockaddr_in at{};
        at.sin_family = AF_INET;
        at.sin_port = htons(port);
        at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(listener_, reinterpret_cast<sockaddr*>(&at), sizeof at) != 0 ||
            listen(listener_, 4096) != 0) {
            std::perror("listen");
            std::exit(1);
        }
        watch(EPOLL_CTL_ADD, listener_, EPOLLIN);
        socklen_t size = sizeof at;
        getsockname(listener_, reinterpret_cast<sockaddr*>(&at), &size);
        std::printf("{\"ready\":true,\"port\":%u}\n", unsigned{ntohs(at.sin_port)});
        std::fflush(stdout);
    }

    [[noreturn]] void run() {
        std::array<epoll_event, 1024> events;
        for (;;) {
            auto const count =
                epoll_wait(epoll_, events.data(), static_cast<int>(events.size()), -1);
            for (int i = 0; i < count; ++i) {
                auto const& event = events[static_cast<std::size_t>(i)];
                if (event.data.fd == listener_) {
                    accept_all();
                } else {
                    if (event.events & EPOLLOUT) send_rest(event.data.fd);
                    if (event.events & ~EPOLLOUT) receive(event.data.fd);
                }
            }
        }
    }

private:
    void watch(int how, int file, std::uint32_t what) const {
        epoll_event event{};
        event.events = what;
        event.data.fd = file;
        epoll_ctl(epoll_, how, file, &event);
    }

    void accept_all() {
        for (;;) {
            int const file = accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
            if (file < 0) return;
            int const on = 1;
            setsockopt(file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
            if (clients_.size() <= static_cast<std::size_t>(file))
                clients_.resize(static_cast<std::size_t>(file) + 1);
            client(file) = {};
            watch(EPOLL_CTL_ADD, file, EPOLLIN);
        }
    }

    void receive(int file) {
        auto& from = client(file);
        std::memcpy(buffer_.data(), from.unread.data(), from.unread.size());
        auto const got =
            recv(file, buffer_.data() + from.unread.size(), buffer_.size() - from.unread.size(), 0);
        if (got <= 0) return leave(file);
        auto const size = from.unread.size() + static_cast<std::size_t>(got);
        auto const used = from.room ? forward(from, size) : shake_hands(file, size);
        from.unread.assign(buffer_.data() + used, size - used);
    }

    std::size_t shake_hands(int file, std::size_t size) {
        std::string_view const bytes(buffer_.data(), size);
        auto const end = bytes.find("\r\n\r\n");
        if (end == std::string_view::npos) return 0;
        auto& room = rooms_[std::string{bytes.substr(4, bytes.find(' ', 4) - 4)}];
        room.push_back(file);
        client(file).room = &room;
        deliver(file,
                "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: "
                "Upgrade\r\n\r\n");
        return end + 4;
    }

    std::size_t forward(Client const& from, std::size_t size) {
        std::size_t at = 0;
        while (size - at >= client_head) {
            char* frame = buffer_.data() + at;
            auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(frame[i]); };
            std::size_t const length = std::size_t{byte(2)} << 8 | byte(3);
            if (size - at < client_head + length) break;
            char const head[server_head] = {frame[0], 126, frame[2], frame[3]};
            std::memcpy(frame + client_head - server_head, head, server_head);
            for (int member : *from.room)
                deliver(member, {frame + client_head - server_head, server_head + length});
            at += client_head + length;
        }
        return at;
    }

    void deliver(int file, std::string_view bytes) {
        auto& to = client(file);
        if (to.unsent.empty()) {
            auto const sent = send(file, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent == static_cast<ssize_t>(bytes.size())) return;
            bytes.remove_prefix(sent < 0 ? 0 : static_cast<std::size_t>(sent));
            watch(EPOLL_CTL_MOD, file, EPOLLIN | EPOLLOUT);
        }
        to.unsent += bytes;
    }

    void send_rest(int file) {
        auto& to = client(file);
        auto const sent = send(file, to.unsent.data(), to.unsent.size(), MSG_NOSIGNAL);
        if (sent > 0) to.unsent.erase(0, static_cast<std::size_t>(sent));
        if (to.unsent.empty()) watch(EPOLL_CTL_MOD, file, EPOLLIN);
    }

    void leave(int file) {
        if (client(file).room) std::erase(*client(file).room, file);
        client(file) = {};
        close(file);
    }

    Client& client(int file) { return clients_[static_cast<std::size_t>(file)]; }

    int epoll_ = epoll_create1(EPOLL_CLOEXEC);
    int listener_ = -1;
    std::vector<Client> clients_;  ///< by socket number
    std::unordered_map<std::string, std::vector<int>> rooms_;
    std::vector<char> buffer_ = std::vector<char>(1 << 20);
};

}  // namespace

int main(int argc, char** argv) {
    RawServer(static_cast<std::uint16_t>(argc > 1 ? std::atoi(argv[1]) : 0)).run();
}
