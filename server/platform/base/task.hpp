#pragma once
#include <boost/asio/awaitable.hpp>

namespace horenso {

/// A coroutine that runs on the loop of the connection it serves. Read "Coroutines" in
/// CONTRIBUTING.md before writing one: g++ 12 destroys temporaries in a `co_await` expression twice.
template <class T = void>
using Task = boost::asio::awaitable<T>;

}  // namespace horenso
