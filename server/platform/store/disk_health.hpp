#pragma once
#include <atomic>
#include <exception>
#include <string_view>

#include "platform/store/database_error.hpp"
#include "platform/store/outside.hpp"

namespace horenso::sqlite {

/// Whether the disk can be believed. Shared by the store's threads.
class DiskHealth {
public:
    explicit DiskHealth(Outside const& outside) : outside_(outside) {}

    /// A read, a write or a sync failed: nothing is acknowledged from here on, the process ends.
    void failed(std::string_view why) {
        failed_ = true;
        outside_.end_process(why);
    }

    void failed(std::exception_ptr const& why) {
        try {
            std::rethrow_exception(why);
        } catch (std::exception const& error) {
            failed(std::string_view{error.what()});
        } catch (...) {
            failed(std::string_view{"unknown"});
        }
    }

    bool good() const { return !failed_; }

    /// What is thrown at those who still wait.
    static std::exception_ptr failure() {
        return std::make_exception_ptr(DatabaseError{"sqlite: the disk failed; nothing is kept"});
    }

private:
    Outside const& outside_;
    std::atomic<bool> failed_ = false;
};

}  // namespace horenso::sqlite
