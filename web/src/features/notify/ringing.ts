import type { Store } from "../../platform/store.ts";
import { beginning } from "../../platform/text/length.ts";
import type { Windows } from "../../platform/windows.ts";
import type { Id, LiveEvent, Message, MessagePosted, Notice } from "../../platform/wire.ts";
import type { BrowserNotice, BrowserNotices } from "./browser.ts";
import type { NotifyDevice } from "./device.ts";
import type { Call, Line } from "./line.ts";
import { mayRing, ringFor, ringForDigest, toTell, type Around } from "./ring.ts";
import { placeOf, type NotifyState } from "./state.ts";

/** Who wrote it, and the group's name; between two people there is none. */
export interface Names {
  who: string;
  group: string | undefined;
}

/** How a call reads on the screen of the device itself. */
export interface Wording {
  /** `urgent`: why it can't wait. */
  message: (names: Names, text: string, urgent: string | undefined) => Omit<BrowserNotice, "tag">;
  digest: (notice: Notice) => Omit<BrowserNotice, "tag">;
}

interface Needs {
  me: () => Id;
  notify: Store<NotifyState>;
  line: Line;
  device: NotifyDevice;
  browser: BrowserNotices;
  windows: Windows;
  now: () => number;
  /** What is on the screen: "room:12", "notices". */
  shown: () => string | undefined;
  focused: () => boolean;
  /** Nothing while the room isn't known yet. */
  names: (message: Message) => Names | undefined;
  wording: Wording;
  /** Shows a place. */
  go: (place: string) => void;
}

export interface Ringing {
  /** From the live line, never from /sync. */
  hear(event: LiveEvent): void;
  /** Rooms came to be known. */
  meet(): void;
  /** Something was opened, or the window got the focus, or there are other notices. */
  settle(): void;
  reset(): void;
}

const line_characters = 40;
const browser_characters = 60;
/** Messages in rooms that I was just let into. */
const most_unknown = 20;

export function createRinging(needs: Needs): Ringing {
  const { line, device, browser, windows } = needs;
  let life = 0;
  let heard = new Map<Id, number>();
  let unknown: MessagePosted[] = [];
  let telling = false;
  let tellAgain = false;

  const around = (): Around => ({
    me: needs.me(),
    notices: needs.notify.get().notices,
    now: needs.now(),
    shown: needs.shown(),
    focused: needs.focused(),
    browser: device.wanted.get() && browser.permission.get() === "granted",
  });

  /** Where somebody looks at another window of this browser, that one calls. */
  async function byBrowser(notice: BrowserNotice): Promise<boolean> {
    const mine = life;
    if ((await windows.attended()) || mine !== life) return false;
    return browser.show(notice, () => needs.go(notice.tag));
  }

  function ring(event: MessagePosted, names: Names): void {
    const { message } = event;
    const { room, body, urgent } = message;
    const place = placeOf(room);
    const by = ringFor(event, around());
    if (by === "line") {
      const text = beginning(body, line_characters);
      line.show({ kind: "message", place, room, ...names, text, urgent });
    } else if (by === "browser") {
      const text = beginning(body, browser_characters);
      void byBrowser({ ...needs.wording.message(names, text, urgent), tag: place });
    }
  }

  async function tellInTurn(): Promise<void> {
    tellAgain = true;
    if (telling) return;
    telling = true;
    while (tellAgain) {
      tellAgain = false;
      await tellDigest();
    }
    telling = false;
  }

  /** Not told as long as nobody looks and the browser may not say it. */
  async function tellDigest(): Promise<void> {
    const mine = life;
    const now = around();
    const notice = toTell(now.notices, device.told());
    if (!notice) return;
    const by = ringForDigest(now);
    if (by === "browser") {
      const told = await byBrowser({ ...needs.wording.digest(notice), tag: "notices" });
      if (mine === life && told) device.tell(notice.id);
      return;
    }
    if (by === "line") line.show({ kind: "digest", notice });
    // On the screen already, or not wanted: it doesn't come up later.
    if (by === "line" || (now.focused && mayRing(now.notices, now.now))) device.tell(notice.id);
  }

  const lineIsAbout = (place: string | undefined): boolean => {
    const call = line.shown.get()?.call;
    return call !== undefined && placeOfCall(call) === place;
  };

  return {
    hear(event) {
      if (event.type !== "talk.message_posted") return;
      const { room, seq } = event.message;
      if (seq <= (heard.get(room) ?? 0)) return;
      heard.set(room, seq);
      const names = needs.names(event.message);
      if (names) ring(event, names);
      else unknown = [...unknown, event].slice(-most_unknown);
    },
    meet() {
      if (unknown.length === 0) return;
      const still: MessagePosted[] = [];
      for (const event of unknown) {
        const names = needs.names(event.message);
        if (names) ring(event, names);
        else still.push(event);
      }
      unknown = still;
    },
    settle() {
      if (needs.focused() && lineIsAbout(needs.shown())) line.close();
      void tellInTurn();
    },
    reset() {
      life += 1;
      heard = new Map();
      unknown = [];
      line.close();
    },
  };
}

/** What is on the screen when somebody follows a call. */
export const placeOfCall = (call: Call): string =>
  call.kind === "message" ? call.place : "notices";
