import type { MessagePosted, Notice, Notices } from "../../platform/wire.ts";

/** For tests: what somebody has before anything came. */
export function noticesOf(part: Partial<Notices> = {}): Notices {
  return { notices: [], seen: 0, rings: true, holds: true, quiet: [], ...part };
}

export function noticeOf(id: number, waiting: Notice["waiting"] = []): Notice {
  return { id, at: id, closed_from: 0, closed_until: id, waiting };
}

/** `author` says something in `room`; if urgent, with the reason. */
export function posted(
  room: string,
  author: string,
  seq = 1,
  body = `m${seq}`,
  urgent?: string,
): MessagePosted {
  const along = urgent === undefined ? {} : { urgent };
  return {
    type: "talk.message_posted",
    stream: `room:${room}`,
    version: seq,
    message: {
      ...{ room, seq, version: seq, author, body, client_key: `k${seq}`, posted_at: 0 },
      ...along,
    },
  };
}
