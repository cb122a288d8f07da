import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, type Schemas, taken } from '../../api/client.js';
import { hasScope, useSignedIn } from '../../api/me.js';
import { usePages } from '../../api/pages.js';
import { useLabel } from '../../api/vocabulary.js';
import { type Column, EntryTable } from '../../parts/entry-table.js';
import { FilterBar, FilterChoice } from '../../parts/filter-bar.js';
import { fileOf } from '../../parts/list-file.js';
import { Nothing } from '../../parts/nothing.js';
import { given, oneOf, useFilters } from '../../parts/use-filters.js';
import { AuthorizationDialog } from './authorization-dialog.js';
import { authorizationColour } from './authorization-colour.js';
import { VaultHead } from './vault-head.js';
import { words } from './words.js';

export type Authorization = Schemas['AuthorizationView'];
const states = ['pending', 'approved', 'rejected', 'expired', 'revoked', 'frozen'] as const;

/** Powers of attorney that one gave or was given. */
export function AuthorizationsPage() {
  const say = words.use();
  const label = useLabel();
  const mayWrite = hasScope(useSignedIn(), 'complaints:write');
  const [isOpen, setOpen] = useState(false);
  const [filters, change] = useFilters(['state']);
  const asked = given('state', oneOf(states, filters.state));
  const pages = usePages<Authorization>(['authorizations', asked], (after) =>
    taken(api.GET('/v1/authorizations', { params: { query: { ...asked, ...given('after', after) } } })),
  );
  const file = mayWrite && (
    <Button type="primary" onClick={() => setOpen(true)}>
      {say('authorizations.file')}
    </Button>
  );
  return (
    <>
      <VaultHead here="authorizations">{file}</VaultHead>
      <FilterBar label={say('filters')}>
        <FilterChoice
          label={say('authorizations.state')}
          value={asked.state}
          options={states.map((value) => ({ value, label: label('authorizationStates', value) }))}
          change={(state) => change({ state })}
        />
      </FilterBar>
      <EntryTable
        label={say('tabs.authorizations')}
        pages={pages}
        file={fileOf('/v1/authorizations', asked)}
        columns={useColumns()}
        nothing={
          asked.state ? (
            <Nothing why={say('authorizations.nothingFound')}>
              <Button onClick={() => change({ state: undefined })}>{say('authorizations.clear')}</Button>
            </Nothing>
          ) : (
            <Nothing why={say('authorizations.nothing')}>{file}</Nothing>
          )
        }
      />
      {isOpen && <AuthorizationDialog close={() => setOpen(false)} />}
    </>
  );
}

function useColumns(): ReadonlyArray<Column<Authorization>> {
  const say = words.use();
  const label = useLabel();
  return [
    {
      key: 'parties',
      title: say('authorizations.columns.parties'),
      show: ({ id, owner, agent }) => (
        <Link to={`/vault/authorizations/${id}`}>
          {owner.name} → {agent.name}
        </Link>
      ),
    },
    {
      key: 'scope',
      title: say('authorizations.columns.scope'),
      width: '28%',
      show: (row) => (
        <>
          <ScopeWords of={row} />
          <div className="quiet">{row.rights.map((right) => label('grantedRights', right)).join('、')}</div>
        </>
      ),
    },
    { key: 'valid', title: say('authorizations.columns.valid'), width: '22%', show: (row) => <Validity of={row} /> },
    {
      key: 'state',
      title: say('authorizations.columns.state'),
      width: '120px',
      show: ({ state }) => <Tag color={authorizationColour(state)}>{label('authorizationStates', state)}</Tag>,
    },
  ];
}

/** The whole catalogue, named works, or works by title. */
export function ScopeWords({ of }: { of: Authorization }) {
  const say = words.use();
  if (of.catalogue) return <>{say('authorizations.catalogue')}</>;
  const told = [
    of.workCount > 0 && say('authorizations.workCount', { count: of.workCount }),
    of.titlePatterns.map((title) => `《${title}》`).join('、'),
  ].filter(Boolean);
  return <>{told.join(' · ')}</>;
}

export function Validity({ of: { validFrom, validUntil } }: { of: Authorization }) {
  const say = words.use();
  return (
    <>
      {validFrom} — {validUntil ?? say('authorizations.unlimited')}
    </>
  );
}
