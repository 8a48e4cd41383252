// The shapes of the HTTP API: names for what schema.ts, generated from the server, describes.
import type { components } from "./schema";

type Schemas = components["schemas"];

/** What requests carry, by the server's own names. */
export type Body = Schemas;

export type Lamp = Schemas["Lamp"];
export type LampCounts = Schemas["LampCounts"];
export type Role = Schemas["Role"];
export type Session = Schemas["Session"];
export type Setup = Schemas["Setup"];
export type UnitKind = Schemas["UnitKind"];
export type Unit = Schemas["Unit"];
export type Person = Schemas["Person"];
export type Source = Schemas["Source"];
export type InspectionSummary = Schemas["InspectionSummary"];
export type NodeKind = Schemas["NodeKind"];
export type SentenceState = Schemas["SentenceState"];
export type Sentence = Schemas["Sentence"];
export type Paragraph = Schemas["Paragraph"];
export type NodeSource = Schemas["NodeSource"];
export type NodeOwner = Required<Schemas["DraftOwner"]>;
export type NodeDeadline = Schemas["DraftDeadline"];
export type NodeField = Schemas["DraftField"];
export type DraftNode = Schemas["DraftNode"];
export type DraftTotal = Schemas["DraftTotal"];
export type DraftProblem = Schemas["DraftProblem"];
export type MappingColumn = Schemas["MappingColumn"];
export type Mapping = Schemas["Mapping"];
export type DraftState = Schemas["DraftState"];
export type Draft = Schemas["Draft"];
export type DraftEdit = Schemas["DraftEdit"];
export type DraftSummary = Schemas["DraftSummary"];
export type MissingOwners = Schemas["MissingOwners"];
export type Confirmation = Schemas["ConfirmationAnswer"];
export type Named = Schemas["Named"];
export type FixType = Schemas["FixType"];
export type Completion = Schemas["Completion"];
export type Closure = Schemas["Closure"];
export type FindingRow = Schemas["FindingRow"];
export type FindingPage = Schemas["FindingPage"];
export type Measure = Schemas["Measure"];
export type TimelineEvent = Schemas["TimelineEvent"];
export type Finding = Schemas["Finding"];
export type Evidence = Schemas["Evidence"];
export type SourceSpan = Schemas["SourceSpan"];
export type ChangeRow = Schemas["ChangeRow"];
export type ChangeSet = Schemas["ChangeSet"];
export type Applied = Schemas["Applied"];
export type StatRow = Schemas["StatRow"];
export type Statistics = Schemas["Statistics"];
export type Failure = Schemas["Failure"];
