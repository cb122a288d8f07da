import { type FileLink, requireOwnFiles } from '#evidence';
import { type Caller, organizationById, type Profile } from '#identity';
import { type Filing, nameWorks, type Supplement } from '#intake';
import { instant, Problem } from '#kernel';
import type { Tx } from '#database';
import type { FiledEvidence } from '#notices';
import { evidenceOf } from '../notices/evidence-of.js';
import type {
  AssignmentRequest,
  EvidenceRequest,
  FileComplaintRequest,
  SupplementComplaintRequest,
} from './complaints.requests.js';

/** The request in the words of the domain; the organization's own profile stands in for a missing complainant. */
export async function filingOf(tx: Tx, now: Date, caller: Caller, body: FileComplaintRequest): Promise<Filing> {
  checkSigned(body.statements?.signedAt, now);
  const evidence = await ownEvidence(tx, caller, body.evidence ?? []);
  return {
    clientRef: body.clientRef ?? null,
    ground: body.ground,
    document: {
      complainant: body.complainant ?? (await ownProfile(tx, caller.organizationId)),
      onBehalfOf: body.onBehalfOf ?? null,
      works: await nameWorks(tx, caller.organizationId, body.works),
      evidence,
      statements: body.statements ?? {},
      demand: body.demand ?? null,
    },
    targets: body.targets.map((target) => ({
      text: target.text,
      workRef: target.workRef,
      right: target.right ?? null,
      description: target.description ?? null,
      account: target.account ?? null,
    })),
  };
}

/** The parts that a supplement names, and only those. */
export async function supplementOf(
  tx: Tx,
  now: Date,
  caller: Caller,
  body: SupplementComplaintRequest,
): Promise<Supplement> {
  checkSigned(body.statements?.signedAt, now);
  const { complainant, onBehalfOf, works, evidence, statements } = body;
  if (!complainant && !onBehalfOf && !works && !evidence && !statements) {
    const detail = 'Send at least one of complainant, onBehalfOf, works, evidence and statements.';
    throw new Problem('validation_failed', { detail, errors: [{ pointer: '#', code: 'required', detail }] });
  }
  return {
    ...(complainant && { complainant }),
    ...(onBehalfOf && { onBehalfOf }),
    ...(statements && { statements }),
    ...(works && { works: await nameWorks(tx, caller.organizationId, works) }),
    ...(evidence && { evidence: await ownEvidence(tx, caller, evidence) }),
  };
}

/** Clocks of machines differ by minutes; what was signed later than that was not signed. */
const clockSkew = 5 * 60_000;

function checkSigned(signedAt: string | undefined, now: Date): void {
  if (!signedAt || Date.parse(signedAt) <= now.getTime() + clockSkew) return;
  const detail = `It cannot have been signed after now, ${instant(now)}.`;
  throw new Problem('validation_failed', {
    errors: [{ pointer: '#/statements/signedAt', code: 'in_the_future', detail }],
  });
}

async function ownEvidence(tx: Tx, caller: Caller, evidence: readonly EvidenceRequest[]): Promise<FiledEvidence[]> {
  const filed = evidenceOf(evidence);
  const files = filed.map(({ fileId }, index) => ({ fileId, pointer: `#/evidence/${index}/fileId` }));
  await requireOwnFiles(tx, caller.organizationId, files);
  return filed;
}

/** The files among the evidence of a complaint; every side of it reads them. */
export function evidenceLinks(complaintId: string, evidence: readonly FiledEvidence[]): FileLink[] {
  return evidence.flatMap(({ fileId, kind, forward }) =>
    fileId
      ? [{ fileId, matterKind: 'complaint', matterId: complaintId, kind, forward, readers: everySide } as const]
      : [],
  );
}

const everySide = ['complainant', 'platform', 'regulator'] as const;

/** What the operator decided about an address, one way or the other. */
export function assignmentOf(body: AssignmentRequest): { platformId: string } | { noRespondent: true; reason: string } {
  if (body.platformId && !body.noRespondent) return { platformId: body.platformId };
  if (body.noRespondent && body.reason && !body.platformId) return { noRespondent: true, reason: body.reason };
  const detail = 'Send either {"platformId": "…"} or {"noRespondent": true, "reason": "…"}.';
  throw new Problem('validation_failed', { detail, errors: [{ pointer: '#/platformId', code: 'required', detail }] });
}

async function ownProfile(tx: Tx, organizationId: string): Promise<Profile> {
  const organization = await organizationById(tx, organizationId);
  return { name: organization!.name, ...organization!.profile };
}
