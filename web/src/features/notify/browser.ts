import { createStore, type Store } from "../../platform/store.ts";

/** `impossible`: this browser shows none, or shows none from pages like this one. */
export type Permission = "granted" | "default" | "denied" | "impossible";

export interface BrowserNotice {
  title: string;
  body: string;
  /** A newer one with the same tag takes its place. */
  tag: string;
}

/** The notifications of the browser itself. */
export interface BrowserNotices {
  permission: Store<Permission>;
  /** It may have been changed in the browser's own settings. */
  look(): void;
  /** The browser asks the person. */
  request(): Promise<void>;
  /** False if none could be shown. */
  show(notice: BrowserNotice, onclick: () => void): boolean;
}

type Kind = typeof Notification;
const known = (window: Window): Kind | undefined =>
  (window as Window & { Notification?: Kind }).Notification;

export function createBrowserNotices(window: Window & typeof globalThis): BrowserNotices {
  /** Some browsers have the name, and only a service worker may use it. */
  let broken = false;
  const now = (): Permission => (broken ? "impossible" : known(window)?.permission) ?? "impossible";
  const permission = createStore<Permission>(now());
  const look = () => permission.set(now);

  return {
    permission,
    look,
    async request() {
      await known(window)?.requestPermission();
      look();
    },
    show({ title, body, tag }, onclick) {
      const Notice = known(window);
      if (!Notice || now() !== "granted") return false;
      try {
        const notice = new Notice(title, { body, tag, lang: "ja" });
        notice.onclick = () => {
          window.focus();
          notice.close();
          onclick();
        };
        return true;
      } catch {
        broken = true;
        look();
        return false;
      }
    },
  };
}
