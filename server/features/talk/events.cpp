#include "features/talk/events.hpp"

#include "features/talk/messages.hpp"
#include "services/live/events.hpp"

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
    return live::changed("talk.room_changed", stream, version);
}

Told reader_joined(Stream const& stream, std::int64_t version, PersonId person) {
    return {.what = Told::What::reader_joined,
            .stream = stream,
            .version = version,
            .person = person.value};
}

Told reader_left(Stream const& stream, std::int64_t version, PersonId person) {
    return {.what = Told::What::reader_left,
            .stream = stream,
            .version = version,
            .person = person.value};
}

Told marks_changed(Stream const& stream, std::int64_t version) {
    return {.what = Told::What::refresh, .stream = stream, .version = version};
}

Told marks(Stream const& stream, std::int64_t version, std::vector<Mark> const& all) {
    json::Writer event;
    event.open_object()
        .field("type", "talk.marks")
        .field("stream", stream.name())
        .field("version", version)
        .key("marks");
    write_marks(event, all);
    event.close_object();
    return {.stream = stream, .version = version, .json = event.take()};
}

}  // namespace horenso::talk
