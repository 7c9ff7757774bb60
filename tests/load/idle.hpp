#pragma once
#include "load/plan.hpp"

namespace horenso::load {

/// Opens `count` WebSockets, signed in as the plan's members in turn, prints a line when all are
/// open, and keeps them (answering pings) until standard input ends.
void hold_idle(Plan const& plan, std::size_t count);

/// The same, until the server has closed all of them with "signed out": prints when the last one was,
/// as CLOCK_MONOTONIC tells it. Any other end is a failure.
void hold_until_signed_out(Plan const& plan, std::size_t count);

}  // namespace horenso::load
