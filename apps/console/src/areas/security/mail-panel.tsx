import { useMutation, useQuery } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { Reading } from '../../parts/reading.js';
import { words } from './words.js';

type Choices = Schemas['MailChoicesView'];
const kinds = ['matters', 'reminders', 'digest'] as const satisfies Array<keyof Choices>;

/** Which mail this person wants; a tick holds at once. */
export function MailPanel() {
  const say = words.use();
  const query = useQuery({ queryKey: ['my-mail'], queryFn: () => taken(api.GET('/v1/me/mail')) });
  const choose = useMutation({
    mutationFn: (body: Partial<Choices>) => taken(api.PATCH('/v1/me/mail', { body })),
    onSuccess: (choices) => queries.setQueryData(['my-mail'], choices),
  });
  return (
    <section className="panel" aria-labelledby="mail">
      <h2 id="mail">{say('mail')}</h2>
      <p className="quiet">{say('mailNote')}</p>
      <Reading of={query} rows={3}>
        {(choices) => (
          <div className="security-choices">
            {kinds.map((kind) => (
              <Checkbox
                key={kind}
                checked={choices[kind]}
                disabled={choose.isPending}
                onChange={({ target }) => choose.mutate({ [kind]: target.checked })}
              >
                {say(`mailKind.${kind}`)}
              </Checkbox>
            ))}
          </div>
        )}
      </Reading>
      {choose.error && <ProblemNote failure={choose.error} ofAct />}
    </section>
  );
}
