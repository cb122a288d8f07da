import { partyFields } from './draft.js';
import { words } from './words.js';

/** The organization's own profile, which stands in for the complainant. */
export function ProfileShown({ name, profile }: { name: string; profile: Record<string, string | undefined> }) {
  const say = words.use();
  const idType = profile['idType'] as keyof (typeof words.zh)['idTypes'] | undefined;
  const valueOf = (field: string) => (field === 'name' ? name : profile[field]);
  return (
    <dl className="filing-profile">
      {partyFields.map((field) => (
        <div key={field}>
          <dt>{say(`party.${field}`)}</dt>
          <dd className={valueOf(field) ? undefined : 'quiet'}>
            {field === 'idNumber' && idType && valueOf(field) && `${idTypeName(idType, say)} `}
            {valueOf(field) || say('notGiven')}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function idTypeName(idType: keyof (typeof words.zh)['idTypes'], say: ReturnType<typeof words.use>): string {
  return idType in words.zh.idTypes ? say(`idTypes.${idType}`) : idType;
}
