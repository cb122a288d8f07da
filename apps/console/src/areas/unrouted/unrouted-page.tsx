import { Link } from 'react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { EntryTable } from '../../parts/entry-table.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { SearchBox } from '../../parts/search-box.js';
import { useFilters } from '../../parts/use-filters.js';
import { moment } from '../../words/dates.js';
import { AssignDialog, NobodyDialog } from './assign-dialogs.js';
import './unrouted.css';
import { words } from './words.js';

type Unrouted = Schemas['UnroutedTargetView'];
interface Asked {
  target: Unrouted;
  /** Null: nobody answers. Undefined: to be chosen. */
  platformId?: string | null;
}

/** Oldest first: somebody waits behind each. */
export function UnroutedPage() {
  const say = words.use();
  const [{ host }, change] = useFilters(['host']);
  const [asked, setAsked] = useState<Asked | null>(null);
  const pages = usePages<Unrouted>(['unrouted-targets', host], (after) =>
    taken(api.GET('/v1/unrouted-targets', { params: { query: { after, host } } })),
  );
  const close = () => setAsked(null);
  return (
    <>
      <PageHead title={say('menu')} note={say('note')}>
        <SearchBox value={host ?? ''} label={say('search')} change={(typed) => change({ host: typed })} />
      </PageHead>
      <EntryTable
        label={say('menu')}
        pages={pages}
        file={fileOf('/v1/unrouted-targets', { host })}
        nothing={<Nothing why={say('nothing')} />}
        columns={[
          {
            key: 'pasted',
            title: say('pasted'),
            width: '34%',
            show: ({ raw, workTitle, host: at }) => (
              <>
                <strong>{at}</strong>
                <div className="unrouted-raw" title={raw}>
                  {raw}
                </div>
                {workTitle && <div className="quiet">{say('work', { title: workTitle })}</div>}
              </>
            ),
          },
          { key: 'complaint', title: say('complaint'), width: '152px', show: ({ complaintNumber }) => complaintNumber },
          { key: 'since', title: say('since'), width: '168px', show: ({ receivedAt }) => moment(receivedAt) },
          {
            key: 'candidates',
            title: say('candidates'),
            show: (target) =>
              target.candidates.length === 0 ? (
                <span className="quiet">{say('noCandidates')}</span>
              ) : (
                target.candidates.map(({ id, name, host: theirs }) => (
                  <div key={id}>
                    <Button size="small" onClick={() => setAsked({ target, platformId: id })}>
                      {say('assignTo', { name })}
                    </Button>{' '}
                    <span className="quiet">{theirs}</span>
                  </div>
                ))
              ),
          },
          {
            key: 'acts',
            title: say('acts'),
            width: '190px',
            show: (target) => (
              <div className="unrouted-acts">
                <Button size="small" type="primary" onClick={() => setAsked({ target })}>
                  {say('assign')}
                </Button>
                <Button size="small" onClick={() => setAsked({ target, platformId: null })}>
                  {say('none')}
                </Button>
                <Link to={`/directory?new=1&host=${encodeURIComponent(target.host ?? '')}`}>{say('create')}</Link>
              </div>
            ),
          },
        ]}
      />
      {asked?.platformId === null && <NobodyDialog target={asked.target} close={close} />}
      {asked && asked.platformId !== null && (
        <AssignDialog target={asked.target} platformId={asked.platformId} close={close} />
      )}
    </>
  );
}
