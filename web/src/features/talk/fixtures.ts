import type { Id, Instant, LaterMessage } from "../../platform/wire.ts";

/** For tests: a message of room 7 that is to be sent then. */
export function laterOf(id: Id, due_at: Instant, part: Partial<LaterMessage> = {}): LaterMessage {
  return { id, room: "7", body: `later ${id}`, client_key: `k${id}`, due_at, ...part };
}
