import { Checkbox } from 'antd';
import type { Draft } from './draft.js';
import { TextField } from './field.js';
import { Lacks } from './lacks.js';
import type { Element } from './missing.js';
import type { Change } from './use-draft.js';
import { words } from './words.js';

const statements = [
  { name: 'accuracy', id: 'filing-accuracy', of: ['truthfulness'] },
  { name: 'goodFaith', id: 'filing-good-faith', of: ['good_faith'] },
  { name: 'perjury', id: 'filing-perjury', of: ['perjury'] },
] as const satisfies ReadonlyArray<{ name: string; id: string; of: readonly Element[] }>;

/** What the complainant vouches for, and under which name. */
export function StatementsSection({
  draft,
  change,
  isPerjuryAsked,
}: {
  draft: Draft;
  change: Change;
  /** Only some laws ask for it. */
  isPerjuryAsked: boolean;
}) {
  const say = words.use();
  return (
    <section className="panel filing-section">
      <h2>
        <b>5</b> {say('section.statements')}
      </h2>
      {statements
        .filter(({ name }) => name !== 'perjury' || isPerjuryAsked || draft.statements.perjury)
        .map(({ name, id, of }) => (
          <div key={name} className="filing-statement">
            <Checkbox
              id={id}
              checked={draft.statements[name]}
              onChange={({ target }) =>
                change((before) => ({ statements: { ...before.statements, [name]: target.checked } }))
              }
            >
              {say(name)}
            </Checkbox>
            <Lacks of={of} />
          </div>
        ))}
      <TextField
        id="filing-signature"
        label={say('signature')}
        hint={say('signatureHint')}
        of={['signature']}
        value={draft.statements.signature}
        max={200}
        autoComplete="name"
        put={(signature) => change((before) => ({ statements: { ...before.statements, signature } }))}
      />
    </section>
  );
}
