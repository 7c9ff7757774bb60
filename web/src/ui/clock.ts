import { createSubscriber } from "svelte/reactivity";

const minute_ms = 60_000;

const subscribe = createSubscriber((update) => {
  const id = setInterval(update, minute_ms);
  return () => clearInterval(id);
});

/** The time for words like "today": whoever reads it is drawn again every minute. */
export const clock = {
  get now(): number {
    subscribe();
    return Date.now();
  },
};
