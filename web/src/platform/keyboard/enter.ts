/** The parts of a key event that tell whether Enter belongs to the writer or to the IME. */
export type Key = Pick<
  KeyboardEvent,
  "key" | "keyCode" | "isComposing" | "shiftKey" | "altKey" | "ctrlKey" | "metaKey"
>;

/** Does this key belong to the IME? Safari says so only by 229 (WebKit bug 165004). */
export const isComposingKey = (key: Pick<Key, "isComposing" | "keyCode">): boolean =>
  key.isComposing || key.keyCode === 229;

export const isPlainEnter = (key: Key): boolean =>
  key.key === "Enter" && !key.shiftKey && !key.altKey && !isComposingKey(key);

/** What Enter does for this writer; `newline` also stands for every touch keyboard. */
export type EnterMode = "ask" | "newline" | "send";

/** What to do with a key: leave it to the browser, swallow it, send, or ask the writer once. */
export type Verdict = "leave" | "swallow" | "send" | "ask";

/** An Enter this soon after a composition ended was meant for the IME. */
const settling_ms = 50;

/** Judges the keys of one text field. `now` is a steady clock in milliseconds. */
export function createEnterGuard(now: () => number) {
  let endedAt = -Infinity;
  return {
    compositionEnded(): void {
      endedAt = now();
    },
    judge(key: Key, mode: EnterMode): Verdict {
      if (!isPlainEnter(key)) return "leave";
      if (now() - endedAt < settling_ms) {
        endedAt = -Infinity;
        return "swallow";
      }
      if (key.ctrlKey || key.metaKey) return "send";
      if (mode === "newline") return "leave";
      return mode;
    },
  };
}
