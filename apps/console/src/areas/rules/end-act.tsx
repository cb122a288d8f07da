import { Button } from 'antd';
import { useState } from 'react';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { words } from './words.js';

/** Ends a shorter term or a tier: for what starts from now on. */
export function EndAct({
  of,
  list,
  act,
}: {
  of: string;
  list: 'rule-overrides' | 'tier-grants';
  act: (headers: { 'Idempotency-Key': string }) => Promise<unknown>;
}) {
  const say = words.use();
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <Button size="small" danger aria-label={`${say('end')} · ${of}`} onClick={() => setAsking(true)}>
        {say('end')}
      </Button>
      {isAsking && (
        <ActDialog
          title={`${say('end')} · ${of}`}
          meaning={say('endMeaning')}
          submit={say('end')}
          isDangerous
          close={() => setAsking(false)}
          act={(_input: object, headers) => act(headers)}
          done={() => void queries.invalidateQueries({ queryKey: [list] })}
        />
      )}
    </>
  );
}
