import { useMutation } from '@tanstack/react-query';
import { Button, Tag } from 'antd';
import { useNavigate } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { EntryTable } from '../../parts/entry-table.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useToast } from '../../shell/toast.js';
import { moment } from '../../words/dates.js';
import { words } from './words.js';

type Session = Schemas['SessionView'];

/** Every place where this person is signed in, and the way to end each or all. */
export function SessionsPanel() {
  const say = words.use();
  const toast = useToast();
  const navigate = useNavigate();
  const pages = usePages<Session>(['sessions'], (after) =>
    taken(api.GET('/v1/me/sessions', { params: { query: { after } } })),
  );
  const again = () => void queries.invalidateQueries({ queryKey: ['sessions'] });
  const end = useMutation({
    mutationFn: (id: string) => taken(api.DELETE('/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: again,
  });
  const endOthers = useMutation({
    mutationFn: () => taken(api.POST('/v1/me/sessions/end-others')),
    onSuccess: ({ ended }) => {
      void toast.success(say('endedOthers', { count: ended }));
      again();
    },
  });
  const endAll = useMutation({
    mutationFn: () => taken(api.DELETE('/v1/me/sessions')),
    onSuccess: () => {
      queries.clear();
      void navigate('/sign-in');
    },
  });
  const failure = end.error ?? endOthers.error ?? endAll.error;
  return (
    <section className="panel" aria-labelledby="sessions">
      <h2 id="sessions">{say('sessions')}</h2>
      <p className="quiet">{say('sessionsNote')}</p>
      <EntryTable
        label={say('sessions')}
        pages={pages}
        nothing={null}
        columns={[
          {
            key: 'where',
            title: say('where'),
            show: ({ userAgent, address, kind, isCurrent }) => (
              <>
                {say(`kind.${kind}`)} {isCurrent && <Tag color="blue">{say('current')}</Tag>}
                <div className="quiet">{[address, userAgent].filter(Boolean).join(' · ')}</div>
              </>
            ),
          },
          { key: 'since', title: say('since'), width: '190px', show: ({ createdAt }) => moment(createdAt) },
          { key: 'seen', title: say('seen'), width: '190px', show: ({ lastSeenAt }) => moment(lastSeenAt) },
          {
            key: 'end',
            title: say('end'),
            width: '96px',
            show: ({ id, isCurrent }) =>
              !isCurrent && (
                <Button size="small" loading={end.isPending && end.variables === id} onClick={() => end.mutate(id)}>
                  {say('end')}
                </Button>
              ),
          },
        ]}
      />
      {failure && <ProblemNote failure={failure} ofAct />}
      <div className="security-acts">
        <Button loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {say('endOthers')}
        </Button>
        <Button danger loading={endAll.isPending} onClick={() => endAll.mutate()}>
          {say('endAll')}
        </Button>
      </div>
    </section>
  );
}
