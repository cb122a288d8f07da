import { Alert, Button, Drawer, Spin } from 'antd';
import { useState } from 'react';
import { api, taken } from '../../api/client.js';
import { useAct } from '../../api/use-act.js';
import { CopyText } from '../../parts/copy-text.js';
import { GuideLink } from '../../parts/guide-link.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { CheckedPart } from './checked-part.js';
import { checkReport, type ReceiverCheck } from './check-report.js';
import type { Endpoint } from './webhook.js';
import { words } from './words.js';

/** The gate before production, in the sandbox: the receiver is sent what it will meet one day, and told what to mend. */
export function ReceiverCheckAct({ endpoint: { id, url } }: { endpoint: Endpoint }) {
  const say = words.use();
  const [isOpen, setOpen] = useState(false);
  const [checks, setChecks] = useState<ReceiverCheck[]>([]);
  const act = useAct(
    (_input: null, headers) =>
      taken(api.POST('/v1/webhook-endpoints/{id}/check', { params: { path: { id } }, headers })),
    (answer) => setChecks(answer.checks),
  );
  const start = () => {
    setChecks([]);
    setOpen(true);
    act.do(null);
  };
  return (
    <>
      <Button loading={act.isRunning} onClick={start}>
        {say('check.act')}
      </Button>
      <Drawer open={isOpen} title={say('check.act')} size={640} onClose={() => setOpen(false)}>
        <p className="quiet">
          {say('check.meaning')} <GuideLink page="going-live.html#check" />
        </p>
        {act.isRunning && (
          <p role="status">
            <Spin size="small" /> {say('check.running')}
          </p>
        )}
        {act.failure && <ProblemNote failure={act.failure} ofAct again={act.isUnsure ? act.again : undefined} />}
        {checks.length > 0 && <Report url={url} checks={checks} again={start} />}
      </Drawer>
    </>
  );
}

/** What is to be mended stands first: it is why one reads. */
function Report({ url, checks, again }: { url: string; checks: ReceiverCheck[]; again: () => void }) {
  const say = words.use();
  const wrong = checks.filter(({ passed }) => !passed);
  const right = checks.filter(({ passed }) => passed);
  const verdict = say(wrong.length ? 'check.toMend' : 'check.allRight', { count: wrong.length, all: checks.length });
  return (
    <>
      <Alert type={wrong.length ? 'warning' : 'success'} showIcon title={verdict} />
      <div className="check-acts">
        <CopyText text={checkReport(url, verdict, [...wrong, ...right])} label={say('check.copy')} />
        <Button size="small" onClick={again}>
          {say('check.again')}
        </Button>
      </div>
      {wrong.length > 0 && <Checked title={say('check.wrong')} checks={wrong} />}
      {right.length > 0 && <Checked title={say('check.right')} checks={right} />}
    </>
  );
}

function Checked({ title, checks }: { title: string; checks: ReceiverCheck[] }) {
  return (
    <section className="checked" aria-label={title}>
      <h3>{title}</h3>
      {checks.map((check) => (
        <CheckedPart key={check.name} check={check} />
      ))}
    </section>
  );
}
