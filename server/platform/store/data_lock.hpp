#pragma once
#include <filesystem>
#include <stdexcept>

namespace horenso {

/// Somebody else has the data open; the text says who.
struct DataInUse : std::runtime_error {
    using std::runtime_error::runtime_error;
};

namespace sqlite {

/// Sole ownership of a database file, while it lives: a lock on `<database>.lock`, which holds the
/// owner's process id. The system lets go of it when the process ends, however it ends.
class DataLock {
public:
    /// Throws DataInUse if somebody else has it.
    explicit DataLock(std::filesystem::path const& database);
    ~DataLock();
    DataLock(DataLock const&) = delete;

private:
    int file_ = -1;
};

}  // namespace sqlite
}  // namespace horenso
