import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { PageHead } from '../../parts/page-head.js';
import './vault.css';
import { words } from './words.js';

const places = { works: '/vault', authorizations: '/vault/authorizations', warningLists: '/vault/warning-lists' };
type Place = keyof typeof places;

/** The three lists of the vault, one address each. */
export function VaultHead({ here, children }: { here: Place; children?: ReactNode }) {
  const say = words.use();
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={say('title')} note={say('note')}>
        {children}
      </PageHead>
      <Segmented<Place>
        className="vault-tabs"
        aria-label={say('title')}
        value={here}
        options={(Object.keys(places) as Place[]).map((place) => ({ value: place, label: say(`tabs.${place}`) }))}
        onChange={(place) => void navigate(places[place])}
      />
    </>
  );
}
