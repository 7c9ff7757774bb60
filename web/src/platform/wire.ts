import type { components, operations } from "./schema.d.ts";

type Schemas = components["schemas"];

export type Id = Schemas["Id"];
export type Instant = Schemas["Instant"];
export type Problem = Schemas["Problem"];
export type Session = Schemas["Session"];
export type Device = Schemas["Device"];
export type Settings = Schemas["Settings"];
export type Person = Schemas["Person"];
export type Room = Schemas["Room"];
export type Message = Schemas["Message"];
export type Mark = Schemas["Mark"];
export type NewRoom = Schemas["NewRoom"];
export type Hours = Schemas["Hours"];
export type PersonHours = Schemas["PersonHours"];
export type HoursLevel = Schemas["HoursLevel"];
export type OpenWeekday = Schemas["OpenWeekday"];
export type LiveEvent = Schemas["LiveEvent"];
export type MessagePosted = Schemas["MessagePostedEvent"];
export type Notice = Schemas["Notice"];
export type Notices = Schemas["Notices"];
export type StreamState = Schemas["StreamState"];
export type SyncRequest = Schemas["SyncRequest"];
export type Finding = Schemas["Finding"];
export type Checked = Schemas["Checked"];
export type SyncReply = Schemas["SyncReply"];
export type Readers = operations["list_readers"]["responses"]["200"]["content"]["application/json"];
export type Guideline = Schemas["Guideline"];
export type Clause = Schemas["Clause"];
export type ClauseText = Schemas["ClauseText"];
export type Measure = Schemas["Measure"];
export type Mode = Schemas["Mode"];
export type Department =
  operations["list_departments"]["responses"]["200"]["content"]["application/json"]["departments"][number];
