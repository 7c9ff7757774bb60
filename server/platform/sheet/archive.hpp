#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct zip;

namespace horenso::sheet {

/// A ZIP file in memory, read part by part.
class Archive {
public:
    /// `bytes` must outlive it. Not open if they are no ZIP file.
    explicit Archive(std::string_view bytes);
    ~Archive();
    Archive(Archive const&) = delete;

    bool is_open() const { return zip_ != nullptr; }

    /// The unpacked part; nullopt if there is none of this name, or it is broken or longer than `limit`.
    std::optional<std::string> part(std::string const& name, std::size_t limit);
    /// Some part was longer than it may be.
    bool was_too_large() const { return too_large_; }

private:
    zip* zip_ = nullptr;
    bool too_large_ = false;
};

}  // namespace horenso::sheet
