import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { blankEvidence, type Draft, type DraftEvidence, evidenceKinds } from './draft.js';
import { EvidenceFields } from './evidence-fields.js';
import { Lacks } from './lacks.js';
import type { Change } from './use-draft.js';
import { words } from './words.js';

const most = 100;

/** What shows that the work is infringed, and whose it is. */
export function EvidenceSection({ draft, change }: { draft: Draft; change: Change }) {
  const say = words.use();
  const { evidence } = draft;
  const put = (id: string, changes: Partial<DraftEvidence>) =>
    change((before) => ({ evidence: before.evidence.map((one) => (one.id === id ? { ...one, ...changes } : one)) }));
  const missingKind = evidenceKinds.find((kind) => !evidence.some((one) => one.kind === kind)) ?? 'other';
  return (
    <section className="panel filing-section">
      <h2>
        <b>4</b> {say('section.evidence')}
      </h2>
      {evidence.map((one, place) => (
        <EvidenceFields
          key={one.id}
          evidence={one}
          id={
            evidence.findIndex(({ kind }) => kind === one.kind) === place
              ? `filing-evidence-${one.kind}`
              : `filing-evidence-${one.id}`
          }
          put={(changes) => put(one.id, changes)}
          remove={() => change((before) => ({ evidence: before.evidence.filter(({ id }) => id !== one.id) }))}
        />
      ))}
      <Lacks of={['infringement', 'explanation', 'ownership']} />
      {evidence.length < most && (
        <Button
          id={evidence.some(({ kind }) => kind === 'infringement') ? undefined : 'filing-evidence-infringement'}
          icon={<PlusOutlined />}
          onClick={() => change((before) => ({ evidence: [...before.evidence, blankEvidence(missingKind)] }))}
        >
          {say('addEvidence')}
        </Button>
      )}
    </section>
  );
}
