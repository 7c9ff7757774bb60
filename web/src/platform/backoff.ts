const first_ms = 500;
const cap_ms = 60_000;

/**
 * How long to wait before attempt `n` (from 0) is repeated: full jitter, so that a hundred clients
 * don't return in the same moment after the server restarts.
 */
export function backoff(n: number, random: () => number): number {
  return random() * Math.min(cap_ms, first_ms * 2 ** Math.min(n, 20));
}
