import type { components, operations } from "./schema.d.ts";

type Schemas = components["schemas"];

export type Id = Schemas["Id"];
export type Instant = Schemas["Instant"];
export type Problem = Schemas["Problem"];
export type Session = Schemas["Session"];
export type Device = Schemas["Device"];
export type KnownDevice = Schemas["KnownDevice"];
export type NewDevices =
  operations["list_new_devices"]["responses"]["200"]["content"]["application/json"];
export type NewDevice = NewDevices["devices"][number];
export type Loss = Schemas["Loss"];
export type LossReported =
  operations["report_loss"]["responses"]["201"]["content"]["application/json"];
export type Network = Schemas["Network"];
export type NetworkClass = Schemas["NetworkClass"];
export type Allowance = Schemas["Allowance"];
export type Places = Schemas["Places"];
export type KnownPlaces =
  operations["get_places"]["responses"]["200"]["content"]["application/json"];
export type Passkey = Schemas["Passkey"];
export type PasskeyChallenge = Schemas["PasskeyChallenge"];
export type SecondFactor =
  operations["get_second_factor"]["responses"]["200"]["content"]["application/json"];
export type PasskeyOffer = Schemas["PasskeyOffer"];
export type Settings = Schemas["Settings"];
export type Person = Schemas["Person"];
export type Post = Schemas["Post"];
export type PlannedChange = Schemas["PlannedChange"];
export type PlannedField = Schemas["PlannedField"];
export type Retired = Schemas["Retired"];
export type ImportPlan = Schemas["ImportPlan"];
export type ImportReport = Schemas["ImportReport"];
export type Newcomer = Schemas["Newcomer"];
export type StaffChange = Schemas["StaffChange"];
export type Contact = Schemas["Contact"];
export type ContactEntry = Schemas["ContactEntry"];
export type ContactChange = Schemas["ContactChange"];
export type ContactsDesk = Schemas["ContactsDesk"];
export type ContactsPlan = Schemas["ContactsPlan"];
export type MailWay = Schemas["MailWay"];
export type SignInCard = Schemas["SignInCard"];
export type Room = Schemas["Room"];
export type Message = Schemas["Message"];
export type Mark = Schemas["Mark"];
export type LaterMessage = Schemas["LaterMessage"];
export type Report = Schemas["Report"];
export type OpenedReport = Schemas["OpenedReport"];
export type Figures = Schemas["Figures"];
export type DepartmentFigures = Schemas["DepartmentFigures"];
export type Leave = Schemas["Leave"];
export type NewRoom = Schemas["NewRoom"];
export type Hours = Schemas["Hours"];
export type PersonHours = Schemas["PersonHours"];
export type HoursLevel = Schemas["HoursLevel"];
export type OpenWeekday = Schemas["OpenWeekday"];
export type AllHours = Schemas["AllHours"];
export type NamedLevel = Schemas["NamedLevel"];
export type ShiftPattern = Schemas["ShiftPattern"];
export type SpecialDay = Schemas["SpecialDay"];
export type DayChoice = Schemas["DayChoice"];
export type LiveEvent = Schemas["LiveEvent"];
export type MessagePosted = Schemas["MessagePostedEvent"];
export type Notice = Schemas["Notice"];
export type Notices = Schemas["Notices"];
export type StreamState = Schemas["StreamState"];
export type SyncRequest = Schemas["SyncRequest"];
export type DraftKind = Schemas["Check"]["kind"];
export type Finding = Schemas["Finding"];
export type Checked = Schemas["Checked"];
export type SyncReply = Schemas["SyncReply"];
export type Readers = operations["list_readers"]["responses"]["200"]["content"]["application/json"];
export type Guideline = Schemas["Guideline"];
export type Clause = Schemas["Clause"];
export type ClauseText = Schemas["ClauseText"];
export type Quiz = Schemas["Quiz"];
export type QuizProgress = Schemas["QuizProgress"];
export type QuizQuestion = Schemas["QuizQuestion"];
export type Measure = Schemas["Measure"];
export type Mode = Schemas["Mode"];
export type Departments =
  operations["list_departments"]["responses"]["200"]["content"]["application/json"];
export type Department = Departments["departments"][number];
export type NamedDepartment =
  operations["set_departments"]["requestBody"]["content"]["application/json"]["departments"][number];
