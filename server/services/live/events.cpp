#include "services/live/events.hpp"

namespace horenso::live {

Told changed(std::string_view type, Stream const& stream, std::int64_t version) {
    json::Writer event;
    event.open_object()
        .field("type", type)
        .field("stream", stream.name())
        .field("version", version)
        .close_object();
    return {.stream = stream, .version = version, .json = event.take()};
}

void tell_changed(Tx& tx, std::string_view type, Stream const& stream) {
    tx.tell(changed(type, stream, tx.advance(stream)));
}

Source source_of_changes(std::string_view kind, std::string_view type,
                         std::function<Stream(Reader)> stream_of) {
    auto visible = [stream_of](Tx& tx, Reader reader) {
        auto const stream = stream_of(reader);
        return std::vector{Standing{stream, tx.head(stream).version}};
    };
    auto state = [](Tx&, Reader, Stream const&, std::int64_t, json::Writer&) {
        return Source::Kind::snapshot;
    };
    auto missed = [type](Tx& tx, Stream const& stream, std::int64_t) {
        auto const version = tx.head(stream).version;
        return Missed{.told = {changed(type, stream, version)}, .version = version};
    };
    return {kind, visible, state, missed};
}

}  // namespace horenso::live
