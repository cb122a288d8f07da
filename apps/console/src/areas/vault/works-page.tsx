import { Button, Tag } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { hasScope, useSignedIn } from '../../api/me.js';
import { usePages } from '../../api/pages.js';
import { useChoices, useLabel } from '../../api/vocabulary.js';
import { type Column, EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { SearchBox } from '../../parts/search-box.js';
import { given, oneOf, useFilters } from '../../parts/use-filters.js';
import { currentLanguage } from '../../words/language.js';
import { VaultHead } from './vault-head.js';
import { WorkDialog } from './work-dialog.js';
import { words } from './words.js';

type Work = Schemas['WorkView'];
const states = ['active', 'archived'] as const;

/** The works that one has rights in. */
export function WorksPage() {
  const say = words.use();
  const label = useLabel();
  const categories = useChoices()<Work['category']>('workCategories');
  const mayWrite = hasScope(useSignedIn(), 'complaints:write');
  const [open, setOpen] = useState<Work | 'new' | null>(null);
  const [filters, change] = useFilters(['q', 'state', 'category']);
  const asked = {
    ...given('q', filters.q),
    ...given('state', oneOf(states, filters.state)),
    ...given(
      'category',
      oneOf(
        categories.map(({ value }) => value),
        filters.category,
      ),
    ),
  };
  const pages = usePages<Work>(['works', asked], (after) =>
    taken(api.GET('/v1/works', { params: { query: { ...asked, ...given('after', after) } } })),
  );
  const add = mayWrite && (
    <Button type="primary" onClick={() => setOpen('new')}>
      {say('works.add')}
    </Button>
  );
  return (
    <>
      <VaultHead here="works">{add}</VaultHead>
      <FilterBar label={say('filters')}>
        <SearchBox
          label={say('works.search')}
          placeholder={say('works.searchHint')}
          value={filters.q ?? ''}
          change={(q) => change({ q })}
        />
        <FilterChoice
          label={say('works.category')}
          value={asked.category}
          options={categories}
          change={(category) => change({ category })}
        />
        <FilterChoice
          label={say('works.state')}
          value={asked.state}
          options={states.map((value) => ({ value, label: label('workStates', value) }))}
          change={(state) => change({ state })}
        />
      </FilterBar>
      <EntryTable
        label={say('tabs.works')}
        pages={pages}
        file={fileOf('/v1/works', asked)}
        columns={useColumns(mayWrite ? setOpen : null)}
        nothing={
          Object.keys(asked).length > 0 ? (
            <Nothing why={say('works.nothingFound')}>
              <Button onClick={() => change({ q: undefined, state: undefined, category: undefined })}>
                {say('works.clear')}
              </Button>
            </Nothing>
          ) : (
            <Nothing why={say('works.nothing')}>{add}</Nothing>
          )
        }
      />
      {open && <WorkDialog work={open === 'new' ? null : open} close={() => setOpen(null)} />}
    </>
  );
}

function useColumns(amend: ((work: Work) => void) | null): ReadonlyArray<Column<Work>> {
  const say = words.use();
  const label = useLabel();
  return [
    {
      key: 'work',
      title: say('works.columns.work'),
      show: ({ title, holderName, warnings }) => (
        <>
          《{title}》{holderName && <div className="quiet">{holderName}</div>}
          {warnings.map(({ pointer, code, detail, detailZh }) => (
            <div key={pointer + code} className="work-warning">
              {currentLanguage() === 'zh' ? detailZh : detail}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'category',
      title: say('works.columns.category'),
      width: '110px',
      show: ({ category }) => label('workCategories', category),
    },
    {
      key: 'numbers',
      title: say('works.columns.numbers'),
      width: '30%',
      show: ({ registrationNumber, identifiers }) => (
        <div className="work-numbers">
          {registrationNumber && <div>{registrationNumber}</div>}
          {Object.entries(identifiers as Record<string, string>).map(([scheme, number]) => (
            <div key={scheme}>
              <span className="quiet">{label('identifierSchemes', scheme)}</span> {number}
            </div>
          ))}
        </div>
      ),
    },
    {
      key: 'proofs',
      title: say('works.columns.proofs'),
      width: '90px',
      show: ({ documents }) =>
        documents.length > 0 ? say('works.proofCount', { count: documents.length }) : say('none'),
    },
    {
      key: 'state',
      title: say('works.columns.state'),
      width: '100px',
      show: ({ state }) => <Tag color={state === 'active' ? 'green' : undefined}>{label('workStates', state)}</Tag>,
    },
    ...(amend
      ? [
          {
            key: 'acts',
            title: say('works.columns.acts'),
            width: '80px',
            align: 'end' as const,
            show: (work: Work) => (
              <Button size="small" onClick={() => amend(work)}>
                {say('works.amend')}
              </Button>
            ),
          },
        ]
      : []),
  ];
}
