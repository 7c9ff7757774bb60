import type { components, operations } from "./schema.d.ts";

type Schemas = components["schemas"];

export type Id = Schemas["Id"];
export type Instant = Schemas["Instant"];
export type Problem = Schemas["Problem"];
export type Session = Schemas["Session"];
export type Settings = Schemas["Settings"];
export type Person = Schemas["Person"];
export type Room = Schemas["Room"];
export type Message = Schemas["Message"];
export type Mark = Schemas["Mark"];
export type NewRoom = Schemas["NewRoom"];
export type LiveEvent = Schemas["LiveEvent"];
export type StreamState = Schemas["StreamState"];
export type SyncRequest = Schemas["SyncRequest"];
export type SyncReply = Schemas["SyncReply"];
export type Readers = operations["list_readers"]["responses"]["200"]["content"]["application/json"];
