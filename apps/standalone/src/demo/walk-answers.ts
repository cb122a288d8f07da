/** The parts of the API's answers that the walk reads. */
export interface Page<Entry> {
  data: Entry[];
  next: string | null;
}

export interface FiledNotice {
  id: string;
  number: string;
  platform: { name: string };
  regime: string;
  nextDeadline: { rule: string; dueAt: string } | null;
}

export interface Filing {
  id: string;
  number: string;
  state: string;
  receivedAt: string;
  deficiencies: Array<{
    detail: string;
    regime: string;
    source: { law: string; article: string };
    targetIndexes: number[];
  }>;
  targets: Array<{
    index: number;
    outcome: string;
    code?: string;
    detail?: string;
    noticeId?: string;
    itemId?: string;
  }>;
  notices: FiledNotice[];
}

export interface NoticeEntry {
  id: string;
  number: string;
  state: string;
  outcome: string | null;
  acknowledgedAt: string | null;
}

export interface Item {
  id: string;
  state: string;
  disposition: string | null;
  target: { raw: string };
  openTo: { platform: string[]; complainant: string[]; regulator: string[] };
}

export interface Clock {
  rule: string;
  subject: { id: string };
  dueAt: string;
  state: string;
  remainingSeconds: number | null;
  skipped: Array<{ date: string; reason: string }>;
  basis: string;
  source: { law: string; article: string };
}

export interface Notice extends NoticeEntry {
  items: Item[];
  deadlines: Clock[];
}

/** A user's statement that a platform has relayed. */
export interface Relayed {
  id: string;
  state: string;
}

export interface LoggedEvent {
  type: string;
  hash: string;
  previousHash: string;
  data: { rule?: string; percent?: number; reachedAt?: string; dueAt?: string };
}

export interface Advanced {
  now: string;
  remindersSent: number;
  breaches: number;
  restorations: number;
  escalations: number;
}

export interface UnroutedTarget {
  complaintId: string;
  host: string;
  raw: string;
}

export interface EscalationEntry {
  id: string;
  state: string;
  reasons: string[];
  subject: { id: string; number: string };
  basis: string;
}

export interface Escalation extends EscalationEntry {
  packet: {
    service: { how: string; servedAt: string; eventHash: string };
    evidence: Array<{ kind: string; text?: string; url?: string }>;
    triggers: Array<{
      reason: string;
      clock: { rule: string; dueAt: string; basis: string; state: string; source: { law: string; article: string } };
      received: { sentence: { zh: string; en: string } };
    }>;
  };
}
