import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { api, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { words as shellWords } from '../../shell/words.js';
import type { Draft, Filing } from './draft.js';
import { draftOfExample } from './draft-of-example.js';
import type { Change } from './use-draft.js';
import { words } from './words.js';

/** What is done to the draft as a whole. */
export function DraftActs({
  draft,
  change,
  clear,
  isLocked,
}: {
  draft: Draft;
  change: Change;
  clear: () => void;
  /** It was sent and is not answered: nothing takes its place until it is. */
  isLocked: boolean;
}) {
  const say = words.use();
  const cancel = shellWords.use()('cancel');
  const { isSandbox } = useSignedIn();
  const example = useMutation({
    mutationFn: () => taken(api.GET('/v1/sandbox/example-complaint')),
    onSuccess: (filing) => change(draftOfExample(filing as Filing)),
  });
  const isBegun = draft.pasted.trim() !== '';
  return (
    <>
      {isBegun && (
        <Popconfirm
          title={say('startOver')}
          description={say('startOverNote')}
          okText={say('startOver')}
          cancelText={cancel}
          onConfirm={clear}
        >
          <Button disabled={isLocked}>{say('startOver')}</Button>
        </Popconfirm>
      )}
      {isSandbox && (
        <Popconfirm
          title={say('useExample')}
          description={say('replaceNote')}
          disabled={!isBegun}
          okText={say('useExample')}
          cancelText={cancel}
          onConfirm={() => example.mutate()}
        >
          <Button
            disabled={isLocked}
            loading={example.isPending}
            onClick={isBegun ? undefined : () => example.mutate()}
          >
            {say('useExample')}
          </Button>
        </Popconfirm>
      )}
      {example.error && <ProblemNote failure={example.error} />}
    </>
  );
}
