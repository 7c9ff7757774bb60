#pragma once
#include "features/contacts/contacts.hpp"
#include "features/display/display.hpp"
#include "features/quiz/quiz.hpp"
#include "features/talk/talk.hpp"
#include "platform/base/catalogue.hpp"
#include "platform/net/router.hpp"
#include "services/hours/hours.hpp"
#include "services/notify/notify.hpp"

namespace horenso::app {

/// Everything that answers requests.
struct RouteParts {
    net::Router& router;
    Store& store;
    live::Live& live;
    live::Sync const& sync;
    directory::Directory& directory;
    directory::Changes& changes;
    directory::Appointments& appointments;
    directory::Sites& sites;
    directory::Photos& photos;
    access::Access& access;
    access::Devices& devices;
    access::PlaceRules& places;
    access::Passkeys& passkeys;
    access::SecondFactor& second_factor;
    access::Pins& pins;
    access::SignInRuleBook& sign_in_rules;
    access::Door const& door;
    policy::Policy& policy;
    Catalogue const& catalogue;
    hours::Hours& hours;
    notify::Notify& notify;
    talk::Talk& talk;
    talk::Groups& groups;
    talk::LaterMessages& later;
    talk::Reports& reports;
    talk::Reviews& reviews;
    talk::Figures& figures;
    quiz::Quiz& quiz;
    contacts::Contacts& contacts;
    access::Displays& displays;
    display::Boards const& boards;
    access::Doubts& doubts;
};

/// The whole route table.
void add_routes(RouteParts parts);

}  // namespace horenso::app
