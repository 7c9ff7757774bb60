import type { Timer } from "./timer.ts";

/** How long the other windows may take to say that somebody looks at them. */
export const answer_ms = 500;

/** The part of a BroadcastChannel that is used here. */
export interface Channel {
  postMessage(word: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
}

interface Needs {
  channel: Channel | undefined;
  timer: Timer;
  /** Somebody looks at this window. */
  focused: () => boolean;
}

/** The other windows of this browser that show the same site. */
export interface Windows {
  /** Does somebody look at one of them? */
  attended(): Promise<boolean>;
}

/** Windows ask each other, so none has to remember what became of the rest. */
export function createWindows({ channel, timer, focused }: Needs): Windows {
  let asking = new Set<() => void>();
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === "who?" && focused()) channel.postMessage("I");
      if (data === "I") for (const yes of asking) yes();
    };
  }
  return {
    attended: () =>
      new Promise((answer) => {
        if (!channel) return answer(false);
        const done = (said: boolean) => {
          asking = new Set([...asking].filter((other) => other !== yes));
          cancel();
          answer(said);
        };
        const yes = () => done(true);
        const cancel = timer.after(answer_ms, () => done(false));
        asking.add(yes);
        channel.postMessage("who?");
      }),
  };
}

/** Browsers without such a channel have windows that know nothing of each other. */
export function openChannel(name: string): Channel | undefined {
  return typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
}
