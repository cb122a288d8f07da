import { Select } from 'antd';
import type { Element } from './missing.js';
import { type Party, partyBounds, partyFields, type PartyField } from './draft.js';
import { Field, TextField } from './field.js';
import { words } from './words.js';

const idTypes = ['business_licence', 'id_card', 'passport', 'other'] as const;
const elementsOf: Partial<Record<PartyField, readonly Element[]>> = {
  name: ['name'],
  email: ['contact', 'email'],
  address: ['address'],
  idNumber: ['identity'],
};

/** A complainant for this one complaint. */
export function PartyFields({ party, ownName, put }: { party: Party; ownName: string; put: (changes: Party) => void }) {
  const say = words.use();
  return (
    <div className="filing-row is-many">
      {partyFields.map((field) => (
        <TextField
          key={field}
          id={`filing-party-${field}`}
          label={say(`party.${field}`)}
          placeholder={field === 'name' ? say('nameHint', { name: ownName }) : undefined}
          of={elementsOf[field]}
          value={party[field] ?? ''}
          max={partyBounds[field]}
          put={(value) => put({ [field]: value })}
        />
      ))}
      <Field id="filing-party-idType" label={say('party.idType')}>
        <Select
          id="filing-party-idType"
          allowClear
          value={party.idType || undefined}
          onChange={(idType?: string) => put({ idType: idType ?? '' })}
          options={idTypes.map((value) => ({ value, label: say(`idTypes.${value}`) }))}
        />
      </Field>
    </div>
  );
}
