import { realTimer } from "../../../platform/timer.ts";
import { createReadingWatch } from "../reading.ts";

const steps = [0, 0.25, 0.5, 0.75, 1];

/** Half of the row is on screen; or, of a row taller than the screen, half the screen is its. */
function halfSeen(entry: IntersectionObserverEntry): boolean {
  const screen = entry.rootBounds?.height ?? Infinity;
  return (
    entry.intersectionRatio >= 0.5 ||
    (entry.isIntersecting && entry.intersectionRect.height >= screen / 2)
  );
}

export interface RowWatch {
  /** Watches a row until the returned function is called. */
  row(element: Element, seq: number): () => void;
  stop(): void;
}

/** Tells which messages have been read on this screen: half seen, a second long, in front. */
export function watchRows(scroller: Element, read: (seq: number) => void): RowWatch {
  const reading = createReadingWatch({ timer: realTimer, read });
  const places = new WeakMap<Element, number>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const seq = places.get(entry.target);
        if (seq !== undefined) reading.see(seq, halfSeen(entry));
      }
    },
    { root: scroller, threshold: steps },
  );
  const attend = () =>
    reading.attend(document.visibilityState === "visible" && document.hasFocus());
  window.addEventListener("focus", attend);
  window.addEventListener("blur", attend);
  document.addEventListener("visibilitychange", attend);
  attend();
  return {
    row(element, seq) {
      places.set(element, seq);
      observer.observe(element);
      return () => {
        observer.unobserve(element);
        reading.see(seq, false);
      };
    },
    stop() {
      observer.disconnect();
      reading.stop();
      window.removeEventListener("focus", attend);
      window.removeEventListener("blur", attend);
      document.removeEventListener("visibilitychange", attend);
    },
  };
}
