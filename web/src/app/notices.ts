import { createNotifyActions, notifyServer } from "../features/notify/actions.ts";
import { createBrowserNotices } from "../features/notify/browser.ts";
import { createNotifyDevice } from "../features/notify/device.ts";
import { createLine } from "../features/notify/line.ts";
import { createRinging, type Names, type Wording } from "../features/notify/ringing.ts";
import {
  emptyNotify,
  isRoom,
  placeOf,
  roomOf,
  sumOf,
  type NotifyState,
} from "../features/notify/state.ts";
import type { DirectoryState } from "../features/directory/state.ts";
import type { TalkState } from "../features/talk/state.ts";
import { words } from "../platform/i18n/index.ts";
import type { Keep } from "../platform/keep.ts";
import type { Router } from "../platform/router.ts";
import { createStore, type Store } from "../platform/store.ts";
import { realTimer } from "../platform/timer.ts";
import { createWindows, openChannel } from "../platform/windows.ts";
import type { Device, Id, Message } from "../platform/wire.ts";

interface Needs {
  router: Router;
  talk: Store<TalkState>;
  directory: Store<DirectoryState>;
  device: Store<Device>;
}

const focused = () => document.visibilityState === "visible" && document.hasFocus();

/** Everything that calls somebody, joined to what is on the screen. */
export function createNotices({ router, talk, directory, device }: Needs) {
  const t = words();
  const state = createStore<NotifyState>(emptyNotify);
  const line = createLine(realTimer);
  const here = createNotifyDevice();
  const browser = createBrowserNotices(window);
  const windows = createWindows({
    channel: openChannel("horenso.windows"),
    timer: realTimer,
    focused,
  });

  function names({ room: id, author }: Message): Names | undefined {
    const room = talk.get().rooms.get(id)?.room;
    if (!room) return undefined;
    const who = directory.get().people.get(author)?.name ?? t.common.unknownPerson;
    return { who, group: room.kind === "group" ? room.name : undefined };
  }

  /** On a device that many use, only who wrote is to be seen. */
  const wording: Wording = {
    message({ who, group }, text, urgent) {
      const from = group === undefined ? who : t.notify.from(who, group);
      const said = urgent === undefined ? text : t.urgent.body(urgent, text);
      return {
        title: urgent === undefined ? from : t.urgent.from(from),
        body: device.get() === "shared" ? t.notify.browser.sharedDevice : said,
      };
    },
    digest(notice) {
      const { messages, atLeast, places } = sumOf(notice);
      return {
        title: t.notify.digest(messages, atLeast, places),
        body: t.notify.browser.digest,
      };
    },
  };

  function shown(): string | undefined {
    const route = router.route.get();
    if (route.name === "room") return placeOf(route.room);
    return route.name === "notices" ? "notices" : undefined;
  }

  const ringing = createRinging({
    me: () => talk.get().me,
    notify: state,
    line,
    device: here,
    browser,
    windows,
    now: Date.now,
    shown,
    focused,
    names,
    wording,
    go: (place) =>
      router.go(isRoom(place) ? { name: "room", room: roomOf(place) } : { name: "notices" }),
  });
  const actions = createNotifyActions({
    notify: state,
    server: notifyServer,
    timer: realTimer,
    now: Date.now,
  });
  talk.watch(ringing.meet);
  state.watch(ringing.settle);
  router.route.watch(ringing.settle);

  return {
    state,
    actions,
    line,
    device: here,
    browser,
    hear: ringing.hear,
    settle: ringing.settle,
    open: (keep: Keep, person: Id) => here.open(keep, person),
    close() {
      actions.reset();
      ringing.reset();
      here.close();
    },
  };
}

export type NoticesOfApp = ReturnType<typeof createNotices>;
