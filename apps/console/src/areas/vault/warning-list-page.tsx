import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { EntryTable } from '../../parts/entry-table.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { given } from '../../parts/use-filters.js';
import { currentLanguage } from '../../words/language.js';
import '../notices/notices.css';
import { words } from './words.js';

type ListedWork = Schemas['WarningListWorkView'];

/** One list: what platforms owe to its works, and which these are. */
export function WarningListPage() {
  const { id = '' } = useParams();
  const say = words.use();
  const list = useQuery({
    queryKey: ['warning-lists', id],
    queryFn: () => taken(api.GET('/v1/warning-lists/{id}', { params: { path: { id } } })),
  });
  return (
    <Reading of={list} rows={8} isPage>
      {({ title, publishedOn, source, year, batch, duties }) => (
        <>
          <PageHead title={title} note={[say('lists.batch', { year, batch }), publishedOn, source].join(' · ')} />
          <section className="panel" aria-label={say('lists.duties')}>
            <h2>{say('lists.duties')}</h2>
            <Duties duties={duties} />
          </section>
          <h2 className="vault-section">{say('lists.works')}</h2>
          <ListedWorks id={id} />
        </>
      )}
    </Reading>
  );
}

function Duties({ duties }: { duties: Schemas['WarningListDetailView']['duties'] }) {
  const label = useLabel();
  return (
    <ul className="document-lines">
      {duties.map(({ code, detail, source, serviceTypes }) => (
        <li key={code}>
          <strong>{label('warningListDuties', code)}</strong> {detail[currentLanguage()]}
          <div className="quiet">
            {`${(currentLanguage() === 'en' && source.lawEn) || source.law} ${source.article} · `}
            {serviceTypes.map((type) => label('serviceTypes', type)).join('、')}
          </div>
        </li>
      ))}
    </ul>
  );
}

function ListedWorks({ id }: { id: string }) {
  const say = words.use();
  const label = useLabel();
  const pages = usePages<ListedWork & { id: string }>(['warning-lists', id, 'works'], async (after) => {
    const query = given('after', after);
    const page = await taken(api.GET('/v1/warning-lists/{id}/works', { params: { path: { id }, query } }));
    return { ...page, data: page.data.map((work) => ({ ...work, id: String(work.position) })) };
  });
  return (
    <EntryTable
      label={say('lists.works')}
      pages={pages}
      nothing={null}
      columns={[
        { key: 'place', title: say('lists.place'), width: '70px', show: ({ position }) => position },
        {
          key: 'title',
          title: say('works.columns.work'),
          show: ({ title, category }) => (
            <>
              《{title}》<Tag>{label('workCategories', category)}</Tag>
            </>
          ),
        },
        {
          key: 'holder',
          title: say('lists.holder'),
          width: '20%',
          show: ({ rightsHolder }) => rightsHolder ?? say('none'),
        },
        {
          key: 'licensed',
          title: say('lists.licensed'),
          width: '20%',
          show: ({ licensedPlatforms }) => licensedPlatforms.join('、') || say('none'),
        },
        {
          key: 'window',
          title: say('lists.window'),
          width: '22%',
          show: ({ windowFrom, windowUntil }) => `${windowFrom} — ${windowUntil}`,
        },
      ]}
    />
  );
}
