#include "webp.hpp"

#include <webp/decode.h>
#include <webp/demux.h>

#include <memory>

#include "exif.hpp"

namespace horenso::media {
namespace {

struct Ends {
    void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
using Demuxer = std::unique_ptr<WebPDemuxer, Ends>;

std::string_view view_of(WebPData const& data) {
    return {reinterpret_cast<char const*>(data.bytes), data.size};
}

/// The first chunk of this name.
std::string chunk_in(WebPDemuxer const* demuxer, char const* name) {
    WebPChunkIterator chunk{};
    std::string found;
    if (WebPDemuxGetChunk(demuxer, name, 1, &chunk)) found = view_of(chunk.chunk);
    WebPDemuxReleaseChunkIterator(&chunk);
    return found;
}

Outcome decode_frame(WebPData const& frame, Decoded& out) {
    int width = 0;
    int height = 0;
    if (!WebPGetInfo(frame.bytes, frame.size, &width, &height)) return Outcome::unreadable;
    if (is_too_large(width, height)) return Outcome::too_large;
    std::vector<std::uint8_t> rgba(static_cast<std::size_t>(width) *
                                   static_cast<std::size_t>(height) * 4);
    if (!WebPDecodeRGBAInto(frame.bytes, frame.size, rgba.data(), rgba.size(), width * 4))
        return Outcome::unreadable;
    out.pixels = on_white(width, height, rgba.data(), static_cast<std::size_t>(width) * 4);
    return Outcome::done;
}

}  // namespace

Outcome decode_webp(std::string_view bytes, Decoded& out) {
    WebPData const data{reinterpret_cast<std::uint8_t const*>(bytes.data()), bytes.size()};
    Demuxer const demuxer{WebPDemux(&data)};
    if (!demuxer) return Outcome::unreadable;
    WebPIterator frame{};
    if (!WebPDemuxGetFrame(demuxer.get(), 1, &frame)) return Outcome::unreadable;
    auto const outcome = decode_frame(frame.fragment, out);
    WebPDemuxReleaseIterator(&frame);
    out.profile = chunk_in(demuxer.get(), "ICCP");
    out.orientation = orientation_in(chunk_in(demuxer.get(), "EXIF"));
    return outcome;
}

}  // namespace horenso::media
