import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useLabel } from '../../api/vocabulary.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import { ComplaintContent } from './complaint-content.js';
import { ComplaintLog } from './complaint-log.js';
import { ComplaintNotices } from './complaint-notices.js';
import { Deficiencies } from './deficiencies.js';
import { ReceiptPanel } from './receipt-panel.js';
import { stateColour } from './state-colour.js';
import { SupplementDialog } from './supplement-dialog.js';
import { TargetOutcomes } from './target-outcomes.js';
import { type ReadComplaint, useComplaint } from './use-complaint.js';
import { WithdrawComplaintDialog } from './withdraw-complaint-dialog.js';
import { words } from './words.js';

/** One complaint with what became of every target, what is missing, and what it led to. */
export function ComplaintPage() {
  const { id = '' } = useParams();
  const read = useComplaint(id);
  return (
    <Reading of={read} rows={12} isPage>
      {(whole) => <ComplaintWhole read={whole} />}
    </Reading>
  );
}

function ComplaintWhole({ read }: { read: ReadComplaint }) {
  const say = words.use();
  const label = useLabel();
  const [open, setOpen] = useState<'supplement' | 'withdraw' | null>(null);
  const { complaint } = read;
  const title = (complaint.works[0] as { title?: string } | undefined)?.title;
  return (
    <>
      <PageHead
        title={`${complaint.number}${title ? ` 《${title}》` : ''}`}
        note={
          <>
            <Tag color={stateColour(complaint.state)}>{label('complaintStates', complaint.state)}</Tag>
            {[
              label('grounds', complaint.ground),
              complaint.clientRef,
              say('received', { at: moment(complaint.receivedAt) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </>
        }
      >
        {complaint.allowedActions.includes('supplement') && (
          <Button type="primary" onClick={() => setOpen('supplement')}>
            {say('supplement.button')}
          </Button>
        )}
        {complaint.allowedActions.includes('withdraw') && (
          <Button danger onClick={() => setOpen('withdraw')}>
            {say('withdraw.button')}
          </Button>
        )}
      </PageHead>
      <div className="two-columns">
        <div>
          <Deficiencies complaint={complaint} />
          <TargetOutcomes complaint={complaint} />
          <ComplaintContent complaint={complaint} />
        </div>
        <div>
          <ComplaintNotices complaint={complaint} />
          <ReceiptPanel complaint={complaint} />
          <ComplaintLog complaint={complaint} />
        </div>
      </div>
      {open === 'supplement' && <SupplementDialog read={read} close={() => setOpen(null)} />}
      {open === 'withdraw' && <WithdrawComplaintDialog read={read} close={() => setOpen(null)} />}
    </>
  );
}
