#include "platform/sheet/archive.hpp"

#include <zip.h>

#include <algorithm>

namespace horenso::sheet {

Archive::Archive(std::string_view bytes) {
    zip_error_t error;
    zip_error_init(&error);
    auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source) zip_ = zip_open_from_source(source, ZIP_RDONLY, &error);
    if (source && !zip_) zip_source_free(source);
    zip_error_fini(&error);
}

Archive::~Archive() {
    if (zip_) zip_discard(zip_);
}

// What the file says of its parts' lengths may be a lie: it is counted while it is unpacked.
std::optional<std::string> Archive::part(std::string const& name, std::size_t limit) {
    if (!zip_) return std::nullopt;
    auto const close = [](zip_file_t* file) { zip_fclose(file); };
    std::unique_ptr<zip_file_t, decltype(close)> const file{
        zip_fopen(zip_, name.c_str(), ZIP_FL_NOCASE), close};
    if (!file) return std::nullopt;
    std::string content;
    constexpr std::size_t step = 64 * 1024;
    for (;;) {
        auto const before = content.size();
        content.resize(before + step);
        auto const read = zip_fread(file.get(), content.data() + before, step);
        if (read < 0) return std::nullopt;
        content.resize(before + static_cast<std::size_t>(read));
        if (content.size() > limit) {
            too_large_ = true;
            return std::nullopt;
        }
        if (read == 0) return content;
    }
}

}  // namespace horenso::sheet
