#pragma once
#include <stdexcept>

namespace horenso {

/// A statement or a commit failed, or its outcome is not known. Nobody above the store can do anything
/// about it: `net` logs it and answers 500. The text is for the log; it holds no values and no password.
struct DatabaseError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A rule of the schema (UNIQUE, PRIMARY KEY) refused a row: somebody else was first. PostgreSQL runs
/// the function again before it gives up.
struct AlreadyThere : DatabaseError {
    using DatabaseError::DatabaseError;
};

}  // namespace horenso
