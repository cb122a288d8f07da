/** A row of the lifecycle as documents tell it; what a row need not have may be absent. */
export interface EventRow {
  by: readonly string[];
  moves: ReadonlyArray<{ from: readonly string[]; to: string; when?: readonly string[]; unless?: readonly string[] }>;
  starts?: readonly string[];
  stops?: readonly string[];
  cancels?: readonly string[];
  pauses?: readonly string[];
  resumes?: readonly string[];
  expires?: readonly string[];
  emits: string;
}

export type Lifecycle = Readonly<Record<string, EventRow>>;
