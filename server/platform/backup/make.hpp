#pragma once
#include <filesystem>
#include <string>

#include "platform/backup/manifest.hpp"
#include "platform/store/whole_store.hpp"

namespace horenso::backup {

/// What goes into a backup.
struct Contents {
    enum class Files {
        copied,  ///< apart from the data, down to the disk
        linked,  ///< the same bytes on disk where both folders lie on one disk: quick, and no protection
                 ///< from that disk
    };
    std::filesystem::path place;  ///< the folder in which the backup becomes a folder
    std::string name;             ///< of that folder
    Manifest manifest;            ///< all but the files
    CopyDatabase copy;
    std::filesystem::path files;  ///< blobs: `ab/ab34…`; need not be there
    Files how = Files::copied;
};

/// A backup that was made.
struct Made {
    std::filesystem::path folder;
    Manifest manifest;
};

/// Makes a backup: the database, then the blobs (a row's blob is there before the row, so none is
/// missing), then their digests, then the manifest; each on disk before the next. Until then the folder
/// has another name. Takes as long as the data is large. Problems: 422 `backup.bad_place`, 507
/// `backup.no_room` before it begins and `store.no_room_for_copy` later, and those of `copy`. Throws std::system_error and what `copy`
/// throws. After any of these nothing is left.
Result<Made> make(Contents const& contents, StopFlag const& stop);

}  // namespace horenso::backup
