#include "features/talk/events.hpp"

#include "features/talk/messages.hpp"

namespace horenso::talk {

Told message_posted(Stream const& stream, Message const& message) {
    json::Writer event;
    event.open_object()
        .field("type", "talk.message_posted")
        .field("stream", stream.name())
        .field("version", message.version)
        .key("message");
    write_message(event, message);
    event.close_object();
    return {.stream = stream, .version = message.version, .json = event.take()};
}

Told room_changed(Stream const& stream, std::int64_t version) {
    json::Writer event;
    event.open_object()
        .field("type", "talk.room_changed")
        .field("stream", stream.name())
        .field("version", version)
        .close_object();
    return {.stream = stream, .version = version, .json = event.take()};
}

Told reader_joined(Stream const& stream, PersonId person) {
    return {.what = Told::What::reader_joined, .stream = stream, .person = person.value};
}

Told reader_left(Stream const& stream, PersonId person) {
    return {.what = Told::What::reader_left, .stream = stream, .person = person.value};
}

Told marks_changed(Stream const& stream) { return {.what = Told::What::refresh, .stream = stream}; }

}  // namespace horenso::talk
