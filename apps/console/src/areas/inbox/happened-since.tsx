import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { useLabel } from '../../api/vocabulary.js';
import { moment } from '../../words/dates.js';
import { useNameOf } from './colleagues.js';
import { words } from './words.js';

type Event = Schemas['EventView'];

/** Who did what to a notice since the version that was read, in words: 王五 11月25日 14:02 已处置… */
export function useHappenedSince(noticeId: string, tag: string | null): string | null {
  const say = words.use();
  const label = useLabel();
  const nameOf = useNameOf();
  const { organization } = useSignedIn();
  const since = Number(tag?.replace(/\D/g, '') || Number.NaN);
  const { data } = useQuery({
    queryKey: ['notice', noticeId, 'since', since],
    queryFn: () => eventsSince(noticeId, since),
    enabled: !Number.isNaN(since),
  });
  const last = data?.findLast(({ actor }) => actor.kind !== 'system') ?? data?.at(-1);
  if (!last) return null;
  const { actor } = last;
  const who =
    actor.organizationId !== organization.id
      ? say(actor.kind === 'system' ? 'since.system' : 'since.other')
      : actor.kind === 'api_key'
        ? say('since.key')
        : (nameOf(actor.id) ?? say('since.colleague'));
  const theirs = data!.filter(({ actor: { id, kind } }) => id === actor.id && kind === actor.kind);
  const what = [...new Set(theirs.map(({ type }) => label('events', type)))].slice(0, 3).join('、');
  return say('since.did', { who, at: moment(last.at), what });
}

/** The log is read from its beginning, a page at a time; it is short. */
async function eventsSince(id: string, since: number): Promise<Event[]> {
  const events: Event[] = [];
  for (let after: string | undefined; ;) {
    const query = { limit: 200, ...(after && { after }) };
    const page = await taken(api.GET('/v1/notices/{id}/events', { params: { path: { id }, query } }));
    events.push(...page.data.filter(({ sequence }) => sequence > since));
    if (!page.next) return events;
    after = page.next;
  }
}

/** Said while an act is being prepared on what is no longer the newest. */
export function HappenedSince({ notice, tag }: { notice: { id: string; state: string }; tag: string | null }) {
  const say = words.use();
  const label = useLabel();
  const did = useHappenedSince(notice.id, tag);
  if (!did) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={did}
      description={say('since.now', { state: label('noticeStates', notice.state) })}
    />
  );
}
