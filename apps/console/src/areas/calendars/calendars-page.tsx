import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { domainNow } from '../../api/domain-time.js';
import { Rows } from '../../parts/entry-table.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { useFilters } from '../../parts/use-filters.js';
import { date } from '../../words/dates.js';
import './calendars.css';
import { ImportDialog } from './import-dialog.js';
import { words } from './words.js';
import { YearView } from './year-view.js';

/** The papers by which days are counted, the year that they make together, and the way to import the next one. */
export function CalendarsPage() {
  const say = words.use();
  const [{ year }, change] = useFilters(['year']);
  const [isImporting, setImporting] = useState(false);
  const [imported, setImported] = useState<Schemas['ImportedCalendarView'] | null>(null);
  const papers = useQuery({
    queryKey: ['calendars'],
    queryFn: () => taken(api.GET('/v1/calendars', { params: { query: { limit: 100 } } })),
  });
  return (
    <>
      <PageHead title={say('menu')} note={say('note')}>
        <Button type="primary" onClick={() => setImporting(true)}>
          {say('import')}
        </Button>
      </PageHead>
      {imported && <Imported paper={imported} />}
      {papers.data?.warnings.map(({ code, detail }) => (
        <Alert key={code} className="calendar-note" type="warning" showIcon title={detail} />
      ))}
      <YearView
        year={Number(year) || new Date(domainNow()).getFullYear()}
        change={(next) => change({ year: String(next) })}
      />
      <section className="calendar-papers" aria-labelledby="papers">
        <h2 id="papers">{say('versions')}</h2>
        <Reading of={papers}>
          {({ data }) =>
            data.length === 0 ? (
              <Nothing why={say('nothing')} />
            ) : (
              <Rows
                label={say('versions')}
                rows={data.map((paper) => ({ ...paper, id: paper.version }))}
                columns={[
                  { key: 'version', title: say('version'), width: '160px', show: ({ version }) => version },
                  {
                    key: 'covered',
                    title: say('covered'),
                    width: '200px',
                    show: ({ coveredFrom, coveredUntil }) => `${coveredFrom} – ${coveredUntil}`,
                  },
                  { key: 'source', title: say('source'), show: ({ source }) => source },
                  { key: 'days', title: say('days'), width: '64px', align: 'end', show: ({ dayCount }) => dayCount },
                  {
                    key: 'published',
                    title: say('published'),
                    width: '160px',
                    show: ({ publishedAt }) => (publishedAt ? date(publishedAt) : say('withRelease')),
                  },
                ]}
              />
            )
          }
        </Reading>
      </section>
      {isImporting && <ImportDialog close={() => setImporting(false)} imported={setImported} />}
    </>
  );
}

function Imported({ paper }: { paper: Schemas['ImportedCalendarView'] }) {
  const say = words.use();
  const { version, changed, warnings } = paper;
  return (
    <Alert
      className="calendar-note"
      type={warnings.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={say('imported', { version })}
      description={
        <>
          <div>{changed ? say('changed', { ...changed }) : say('unchanged')}</div>
          {warnings.length > 0 && <div>{say('warnings')}</div>}
          {warnings.map(({ pointer, detail }) => (
            <div key={pointer + detail}>
              <code>{pointer}</code> {detail}
            </div>
          ))}
        </>
      }
    />
  );
}
