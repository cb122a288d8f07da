import { Button } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { type Column, EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { LinkButton } from '../../parts/link-button.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { given, oneOf, useFilters } from '../../parts/use-filters.js';
import { useToast } from '../../shell/toast.js';
import { moment } from '../../words/dates.js';
import { ImportDialog } from './import-dialog.js';
import { words } from './words.js';

type Draft = Schemas['DraftEntryView'];
const states = ['open', 'filed', 'discarded'] as const;

/** What other systems wrote, newest first; those that wait for a member, when no state is chosen. */
export function DraftsPage() {
  const say = words.use();
  const toast = useToast();
  const navigate = useNavigate();
  const [filters, change] = useFilters(['state']);
  const [isImporting, setImporting] = useState(false);
  const [discarding, setDiscarding] = useState<Draft | null>(null);
  const asked = given('state', oneOf(states, filters.state));
  const pages = usePages<Draft>(['complaint-drafts', asked], (after) =>
    taken(api.GET('/v1/complaint-drafts', { params: { query: { ...asked, ...given('after', after) } } })),
  );
  const readAgain = () => void queries.invalidateQueries({ queryKey: ['complaint-drafts'] });
  const toImport = (
    <Button type="primary" onClick={() => setImporting(true)}>
      {say('import')}
    </Button>
  );
  return (
    <>
      <PageHead title={say('title')} note={say('note')}>
        {toImport}
      </PageHead>
      <FilterBar label={say('filters')}>
        <FilterChoice
          label={say('state')}
          value={asked.state}
          options={states.map((value) => ({ value, label: say(`states.${value}`) }))}
          change={(state) => change({ state })}
        />
      </FilterBar>
      <EntryTable
        label={say('title')}
        pages={pages}
        columns={useColumns(setDiscarding)}
        nothing={<Nothing why={say(asked.state ? 'nothingOf' : 'nothing')} />}
      />
      {isImporting && (
        <ImportDialog
          close={() => setImporting(false)}
          imported={({ id, state, complaint }) => {
            readAgain();
            void toast.success(say('imported'));
            void navigate(state === 'filed' ? `/complaints/${complaint!.id}` : `/file?draft=${id}`);
          }}
        />
      )}
      {discarding && (
        <ActDialog<object, unknown>
          title={say('discardTitle')}
          meaning={say('discardMeaning')}
          submit={say('discard')}
          isDangerous
          act={(_, headers) =>
            taken(api.DELETE('/v1/complaint-drafts/{id}', { params: { path: { id: discarding.id } }, headers }))
          }
          done={() => {
            readAgain();
            void toast.success(say('discarded'));
          }}
          close={() => setDiscarding(null)}
        />
      )}
    </>
  );
}

function useColumns(discard: (draft: Draft) => void): ReadonlyArray<Column<Draft>> {
  const say = words.use();
  return [
    {
      key: 'draft',
      title: say('columns.draft'),
      show: ({ title, state, format, channel, sender }) => (
        <div>
          <div className="clipped">{title ?? say(state === 'discarded' ? 'gone' : 'untitled')}</div>
          <small className="quiet">
            {say('from', {
              channel: say(`channels.${channel}`),
              format: say(`formats.${format}`),
              sender: sender ?? say('unknownSender'),
            })}
          </small>
        </div>
      ),
    },
    { key: 'targets', title: say('columns.targets'), width: '80px', align: 'end', show: ({ targets }) => targets },
    {
      key: 'remarks',
      title: say('columns.remarks'),
      width: '90px',
      align: 'end',
      show: ({ remarkCount }) => remarkCount,
    },
    {
      key: 'receivedAt',
      title: say('columns.receivedAt'),
      width: '180px',
      show: ({ receivedAt }) => moment(receivedAt),
    },
    {
      key: 'acts',
      title: say('columns.acts'),
      width: '250px',
      align: 'end',
      show: (draft) => <Acts draft={draft} discard={() => discard(draft)} />,
    },
  ];
}

function Acts({ draft: { id, state, complaint }, discard }: { draft: Draft; discard: () => void }) {
  const say = words.use();
  if (state === 'discarded') return null;
  const original = <a href={`/v1/complaint-drafts/${id}/original`}>{say('original')}</a>;
  if (complaint) {
    return (
      <div>
        <Link to={`/complaints/${complaint.id}`}>{complaint.number}</Link> {original}
      </div>
    );
  }
  return (
    <div>
      {original}{' '}
      <Button size="small" onClick={discard}>
        {say('discard')}
      </Button>{' '}
      <LinkButton size="small" type="primary" to={`/file?draft=${id}`}>
        {say('open')}
      </LinkButton>
    </div>
  );
}
