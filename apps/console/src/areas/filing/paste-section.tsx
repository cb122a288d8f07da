import { Alert, Input } from 'antd';
import { Field } from './field.js';
import type { Draft } from './draft.js';
import { bounds, splitText } from './split-text.js';
import { TargetList } from './target-list.js';
import type { Change } from './use-draft.js';
import type { Reading } from './use-preview.js';
import { words } from './words.js';

/** Where any text goes as it was copied, and what is read in it. */
export function PasteSection({ draft, change, reading }: { draft: Draft; change: Change; reading: Reading }) {
  const say = words.use();
  const count = draft.pasted ? splitText(draft.pasted).length : 0;
  const over = count - bounds.texts;
  return (
    <section className="panel filing-section">
      <h2>
        <b>1</b> {say('section.paste')}
      </h2>
      <Field id="filing-pasted" label={say('pasted')} hint={say('pastedHint')} of={count > 0 ? ['location'] : []}>
        <Input.TextArea
          id="filing-pasted"
          className="filing-pasted"
          rows={6}
          value={draft.pasted}
          placeholder={say('pastedExample')}
          spellCheck={false}
          onChange={({ target }) => change({ pasted: target.value })}
        />
      </Field>
      {over > 0 && <Alert type="warning" showIcon title={say('tooMany', { count, over })} />}
      {reading.preview && count > 0 && (
        <TargetList draft={draft} change={change} preview={reading.preview} isCurrent={reading.isCurrent} />
      )}
    </section>
  );
}
