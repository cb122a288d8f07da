import { useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Schemas } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { PageHead } from '../../parts/page-head.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { Checklist } from './checklist.js';
import { ConfirmFiling } from './confirm-filing.js';
import { DraftActs } from './draft-acts.js';
import { EvidenceSection } from './evidence-section.js';
import './filing.css';
import { Missing } from './lacks.js';
import { type Element, fieldOf, goTo, ofParty, type Tick, ticksOf } from './missing.js';
import { NoticePreview } from './notice-preview.js';
import { OriginNote } from './origin-note.js';
import { PartiesSection } from './parties-section.js';
import { PasteSection } from './paste-section.js';
import { SendAgain } from './send-again.js';
import { StatementsSection } from './statements-section.js';
import { SubmitBar } from './submit-bar.js';
import { useDraft } from './use-draft.js';
import { filingOnce } from './use-filing.js';
import { usePreview } from './use-preview.js';
import { words } from './words.js';
import { WorksSection } from './works-section.js';

/** From a pasted text to a complaint, on one page: what is written on the left, what comes of it on the right. */
export function FilePage() {
  const say = words.use();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { organization, member } = useSignedIn();
  const { draft, sent, change, keepSent, clear } = useDraft(
    member?.id ?? organization.id,
    organization.kind === 'agent',
  );
  const reading = usePreview(draft, organization.name);
  const [isConfirming, setConfirming] = useState(false);
  const { preview } = reading;
  const ticks = preview ? ticksOf(preview) : [];
  const missing = new Map(ticks.flatMap((tick) => (tick.isMet ? [] : [[tick.element, tick] as const])));
  const file = filingOnce(sent, keepSent, draft.origin);
  const done = ({ id }: Schemas['FilingView']) => {
    clear();
    void queries.invalidateQueries({ queryKey: ['complaints'] });
    void queries.invalidateQueries({ queryKey: ['complaint-drafts'] });
    queries.setQueryData(['has-filed'], true);
    void navigate(`/file/done/${id}`);
  };
  const mend = ({ element }: Tick) =>
    goTo(ofParty.includes(element) && !draft.complainant ? 'filing-profile' : fieldOf[element]);
  return (
    <>
      <PageHead title={say('title')} note={say('note')}>
        <DraftActs draft={draft} change={change} clear={clear} isLocked={sent !== null} />
      </PageHead>
      {sent && !isConfirming && <SendAgain send={() => file(sent.body)} done={done} />}
      <OriginNote draft={draft} change={change} clear={clear} isLocked={sent !== null} />
      <Missing value={draft.pasted ? missing : nothingMissing}>
        <div className="filing">
          <div className="filing-form">
            <PasteSection draft={draft} change={change} reading={reading} />
            <WorksSection draft={draft} change={change} />
            <PartiesSection draft={draft} change={change} ownName={organization.name} />
            <EvidenceSection draft={draft} change={change} />
            <StatementsSection
              draft={draft}
              change={change}
              isPerjuryAsked={ticks.some(({ element }) => element === 'perjury')}
            />
            {preview?.warnings.map(({ pointer, detail }) => (
              <Alert key={pointer} type="warning" showIcon title={say('warnings')} description={detail} />
            ))}
            {reading.failure && <ProblemNote failure={reading.failure} again={reading.again} />}
            <SubmitBar
              reading={reading}
              missing={[...missing.values()]}
              isLocked={sent !== null}
              mend={mend}
              submit={() => setConfirming(true)}
            />
          </div>
          <aside className="filing-side">
            <Checklist ticks={ticks} isBegun={draft.pasted.trim() !== ''} mend={mend} />
            <NoticePreview preview={preview} />
          </aside>
        </div>
      </Missing>
      {isConfirming && preview && (
        <ConfirmFiling
          request={reading.request}
          preview={preview}
          file={file}
          done={done}
          close={() => setConfirming(false)}
        />
      )}
    </>
  );
}

/** On an empty page nobody is told of everything at once. */
const nothingMissing = new Map<Element, Tick>();
