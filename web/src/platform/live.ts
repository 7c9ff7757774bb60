import { backoff } from "./backoff.ts";
import { createStore, type Store } from "./store.ts";
import type { Timer } from "./timer.ts";
import type { LiveEvent } from "./wire.ts";

/** `waiting`: the line is down and will be tried again; `stopped`: nobody is signed in. */
export type Link = "stopped" | "connecting" | "open" | "waiting";

export interface LiveState {
  link: Link;
  /** The line has been up before in this sign-in. */
  wasOpen: boolean;
  /** The server was replaced by another version since this page was loaded. */
  outdated: boolean;
}

/** The part of a WebSocket that is used here. */
export type Socket = Pick<WebSocket, "onmessage" | "onclose" | "close">;

interface Needs {
  open: () => Socket;
  timer: Timer;
  random: () => number;
  heard: (event: LiveEvent) => void;
  /** Ask /sync: something may have been missed. */
  catchUp: () => void;
  signedOut: () => void;
}

export interface Live {
  state: Store<LiveState>;
  start(): void;
  stop(): void;
  /** The device woke up or found its network: try at once. */
  nudge(): void;
  /** The line is known to be dead. */
  drop(): void;
}

const resync = 4001;
const signed_out = 4003;

/** After this long without a word the client asks whether it has missed something. */
const silence_ms = 90_000;

export function createLive(needs: Needs): Live {
  const state = createStore<LiveState>({ link: "stopped", wasOpen: false, outdated: false });
  let socket: Socket | undefined;
  let attempts = 0;
  let version: string | undefined;
  let forgetRetry = () => {};
  let forgetSilence = () => {};

  const show = (link: Link) => state.set((s) => (s.link === link ? s : { ...s, link }));

  function listenForSilence(): void {
    forgetSilence();
    forgetSilence = needs.timer.after(silence_ms, () => {
      needs.catchUp();
      listenForSilence();
    });
  }

  function hello(serverVersion: string): void {
    attempts = 0;
    version ??= serverVersion;
    const outdated = version !== serverVersion;
    state.set((s) => ({ link: "open", wasOpen: true, outdated: s.outdated || outdated }));
    needs.catchUp();
  }

  function retryLater(): void {
    show("waiting");
    forgetRetry();
    forgetRetry = needs.timer.after(backoff(attempts++, needs.random), connect);
  }

  function closed(code: number, greeted: boolean): void {
    if (code === signed_out) {
      stop();
      needs.signedOut();
      return;
    }
    // A handshake that was refused doesn't say why; /sync does, and works where sockets don't.
    if (!greeted || code === resync) needs.catchUp();
    if (code === resync && greeted) connect();
    else retryLater();
  }

  function connect(): void {
    forgetRetry();
    forgetSilence();
    show("connecting");
    const mine = needs.open();
    let greeted = false;
    socket = mine;
    mine.onmessage = (message: MessageEvent) => {
      if (socket !== mine) return;
      listenForSilence();
      const event = JSON.parse(String(message.data)) as LiveEvent;
      if (event.type === "live.hello") {
        greeted = true;
        hello(event.version);
      } else {
        needs.heard(event);
      }
    };
    mine.onclose = (event: CloseEvent) => {
      if (socket !== mine) return;
      socket = undefined;
      forgetSilence();
      closed(event.code, greeted);
    };
  }

  function hangUp(): void {
    const old = socket;
    socket = undefined;
    forgetRetry();
    forgetSilence();
    old?.close();
  }

  function stop(): void {
    hangUp();
    attempts = 0;
    state.set((s) => ({ ...s, link: "stopped", wasOpen: false }));
  }

  return {
    state,
    start() {
      if (state.get().link === "stopped") connect();
    },
    stop,
    nudge() {
      const { link } = state.get();
      if (link === "waiting") connect();
      else if (link === "open") needs.catchUp();
    },
    drop() {
      if (state.get().link !== "open" && state.get().link !== "connecting") return;
      hangUp();
      retryLater();
    },
  };
}
