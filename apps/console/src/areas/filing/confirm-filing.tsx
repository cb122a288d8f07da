import { ActDialog } from '../../parts/act-dialog.js';
import type { Schemas } from '../../api/client.js';
import type { Filing } from './draft.js';
import { filingOf, type Preview, type Unfinished } from './request-of.js';
import { Outlook } from './outlook.js';
import { words } from './words.js';

/** What will happen, before it does. */
export function ConfirmFiling({
  request,
  preview,
  file,
  done,
  close,
}: {
  request: Unfinished;
  preview: Preview;
  file: (body: Filing) => Promise<Schemas['FilingView']>;
  done: (filed: Schemas['FilingView']) => void;
  close: () => void;
}) {
  const say = words.use();
  return (
    <ActDialog
      title={say('confirmTitle')}
      submit={say(preview.deficiencies.length > 0 ? 'confirmDeficient' : 'confirmSubmit')}
      meaning={say('legal')}
      act={() => file(filingOf(request, preview))}
      done={done}
      close={close}
    >
      <Outlook preview={preview} />
    </ActDialog>
  );
}
