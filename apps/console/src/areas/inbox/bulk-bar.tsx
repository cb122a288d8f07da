import { Button, Select } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { api, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useToast } from '../../shell/toast.js';
import { useAssignChoices } from './assign-panel.js';
import { words } from './words.js';

const BulkDecide = lazy(() => import('./bulk-decide.js').then((file) => ({ default: file.BulkDecide })));

const most = 200;

/** For several notices at once: give them to somebody, or decide them the same way. */
export function BulkBar({
  chosen,
  setChosen,
}: {
  chosen: ReadonlySet<string>;
  setChosen: (chosen: ReadonlySet<string>) => void;
}) {
  const say = words.use();
  const toast = useToast();
  const choices = useAssignChoices();
  const [isDeciding, setDeciding] = useState(false);
  const assign = async (value: string) => {
    const noticeIds = [...chosen];
    try {
      const body = { noticeIds, ...(value !== 'none' && { memberId: value }) };
      const { results } = await taken(api.POST('/v1/assignments', { body }));
      const failed = results.filter(({ ok }) => !ok).map(({ noticeId }) => noticeId);
      setChosen(new Set(failed));
      void queries.invalidateQueries({ queryKey: ['notices'] });
      for (const id of noticeIds) void queries.invalidateQueries({ queryKey: ['notice', id] });
      const done = say('bulk.assigned', { count: noticeIds.length - failed.length });
      if (failed.length > 0) void toast.warning(`${done} ${say('bulk.notAssigned', { count: failed.length })}`);
      else void toast.success(done);
    } catch (failure) {
      void toast.error((failure as Error).message);
    }
  };
  return (
    <div className="inbox-bulk" role="toolbar" aria-label={say('bulk.label')}>
      <strong>{say('bulk.chosen', { count: chosen.size })}</strong>
      {chosen.size > most ? (
        <span className="quiet">{say('bulk.tooMany', { most })}</span>
      ) : (
        <>
          <Select
            size="small"
            value={null}
            placeholder={say('assign.does')}
            aria-label={say('assign.does')}
            options={choices}
            popupMatchSelectWidth={false}
            onSelect={(value: string | null) => value && void assign(value)}
          />
          <Button size="small" type="primary" onClick={() => setDeciding(true)}>
            {say('bulk.decide')}
          </Button>
        </>
      )}
      <Button size="small" type="text" onClick={() => setChosen(new Set())}>
        {say('bulk.clear')}
      </Button>
      {isDeciding && (
        <Suspense>
          <BulkDecide
            noticeIds={[...chosen]}
            close={(failed) => {
              setDeciding(false);
              if (failed) setChosen(failed);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
