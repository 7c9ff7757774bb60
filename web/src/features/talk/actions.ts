import { api, ask, type Answer } from "../../platform/api.ts";
import type { Outbox, Outcome, Parcel } from "../../platform/outbox.ts";
import type { Store } from "../../platform/store.ts";
import type { Id, NewRoom, Problem, Readers, Room } from "../../platform/wire.ts";
import { createMarker } from "./reading.ts";
import { stillPending } from "./rows.ts";
import {
  addPage,
  addRoom,
  firstSeq,
  lastSeq,
  markRead,
  showPage,
  type TalkState,
} from "./state.ts";

/** How a parcel of the outbox is delivered: as a message of the room its lane names. */
export async function deliver(parcel: Parcel): Promise<Outcome> {
  const answer = await ask(
    api.POST("/api/v1/talk/rooms/{room}/messages", {
      params: { path: { room: parcel.lane } },
      body: {
        body: parcel.body,
        client_key: parcel.key,
        ...(parcel.acknowledgement && { acknowledgement: parcel.acknowledgement }),
        ...(parcel.urgent && { urgent: parcel.urgent }),
      },
    }),
  );
  if (!answer.ok) return { kept: false, problem: answer.problem };
  return { kept: true, place: answer.data.seq };
}

export interface TalkActions {
  openRoom(room: NewRoom): Promise<Answer<Room>>;
  /** Loads the page before, or after, what is known of a room. */
  loadPage(room: Id, side: "before" | "after"): Promise<Problem | undefined>;
  /** Moves the window to the newest page. */
  loadNewest(room: Id): Promise<Problem | undefined>;
  /** Moves the window to where `seq` is. */
  loadAround(room: Id, seq: number): Promise<Problem | undefined>;
  addMembers(room: Id, people: Id[]): Promise<Problem | undefined>;
  removeMember(room: Id, person: Id): Promise<Problem | undefined>;
  readers(room: Id, seq: number): Promise<Answer<Readers>>;
  read(room: Id, seq: number): void;
  /** The line is back: marks that couldn't be sent go out. */
  resume(): void;
  /** Parcels whose message has arrived leave the outbox. */
  tidy(): void;
  /** Somebody else signs in. */
  reset(): void;
}

const page_size = 40;

interface Needs {
  talk: Store<TalkState>;
  outbox: Outbox;
  /** Asks /sync, for what was changed by me and isn't told by a reply. */
  catchUp: () => void;
}

export function createTalkActions({ talk, outbox, catchUp }: Needs): TalkActions {
  let markers = new Map<Id, ReturnType<typeof createMarker>>();

  const messagesOf = (room: Id, query: { before?: number; after?: number; limit: number }) =>
    ask(api.GET("/api/v1/talk/rooms/{room}/messages", { params: { path: { room }, query } }));

  function markerOf(room: Id): ReturnType<typeof createMarker> {
    const known = markers.get(room);
    if (known) return known;
    const made = createMarker(async (seq) => {
      const call = api.PUT("/api/v1/talk/rooms/{room}/reading", {
        params: { path: { room } },
        body: { seq },
      });
      const answer = await ask(call);
      if (answer.ok) talk.set((s) => markRead(s, room, seq));
      return answer.ok;
    });
    markers.set(room, made);
    return made;
  }

  return {
    async openRoom(room) {
      const answer = await ask(api.POST("/api/v1/talk/rooms", { body: room }));
      if (answer.ok) {
        talk.set((s) => addRoom(s, answer.data));
        catchUp();
      }
      return answer;
    },
    async loadPage(id, side) {
      const room = talk.get().rooms.get(id);
      const edge = room && (side === "before" ? firstSeq(room) : lastSeq(room));
      if (edge === undefined) return this.loadNewest(id);
      const answer = await messagesOf(id, { [side]: edge, limit: page_size });
      if (!answer.ok) return answer.problem;
      talk.set((s) => addPage(s, id, answer.data.messages, side));
      return undefined;
    },
    async loadNewest(id) {
      const answer = await messagesOf(id, { limit: page_size });
      if (!answer.ok) return answer.problem;
      talk.set((s) => showPage(s, id, answer.data.messages));
      return undefined;
    },
    async loadAround(id, seq) {
      const after = Math.max(0, seq - page_size / 2);
      const answer = await messagesOf(id, { after, limit: 2 * page_size });
      if (!answer.ok) return answer.problem;
      talk.set((s) => showPage(s, id, answer.data.messages));
      return undefined;
    },
    async addMembers(room, people) {
      const call = api.POST("/api/v1/talk/rooms/{room}/members", {
        params: { path: { room } },
        body: { people },
      });
      const answer = await ask(call);
      if (!answer.ok) return answer.problem;
      catchUp();
      return undefined;
    },
    async removeMember(room, person) {
      const call = api.DELETE("/api/v1/talk/rooms/{room}/members/{person}", {
        params: { path: { room, person } },
      });
      const answer = await ask(call);
      if (!answer.ok) return answer.problem;
      catchUp();
      return undefined;
    },
    readers: (room, seq) =>
      ask(
        api.GET("/api/v1/talk/rooms/{room}/messages/{seq}/readers", {
          params: { path: { room, seq } },
        }),
      ),
    read: (room, seq) => markerOf(room).mark(seq),
    resume() {
      for (const marker of markers.values()) marker.again();
    },
    tidy() {
      const { rooms } = talk.get();
      for (const parcel of outbox.parcels.get()) {
        const room = rooms.get(parcel.lane);
        if (room && stillPending(room, [parcel]).length === 0) outbox.arrived(parcel.key);
      }
    },
    reset() {
      markers = new Map();
    },
  };
}
