import { DeleteOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useChoices } from '../../api/vocabulary.js';
import type { Category, DraftWork } from './draft.js';
import { Field, TextField } from './field.js';
import { VaultChoice } from './vault-choice.js';
import { words } from './words.js';

/** One work: from the vault, or as it is typed here. */
export function WorkFields({
  work,
  place,
  isFirstBlank,
  put,
  remove,
}: {
  work: DraftWork;
  place: number;
  /** Where the missing title is to be typed. */
  isFirstBlank: boolean;
  put: (changes: Partial<DraftWork>) => void;
  remove?: () => void;
}) {
  const say = words.use();
  const choices = useChoices();
  const [isChoosing, setChoosing] = useState(false);
  const id = (name: string) => (place === 0 ? `filing-work-${name}` : `filing-work-${name}-${work.ref}`);
  const name = say('work', { number: place + 1 });
  return (
    <fieldset className="filing-work">
      <legend>
        {name}
        {isChoosing || work.workId ? (
          <Button
            size="small"
            type="link"
            onClick={() => {
              setChoosing(false);
              put({ workId: null });
            }}
          >
            {say('typeNew')}
          </Button>
        ) : (
          <Button size="small" type="link" onClick={() => setChoosing(true)}>
            {say('fromVault')}
          </Button>
        )}
        {remove && (
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={`${say('removeWork')} ${name}`}
            onClick={remove}
          />
        )}
      </legend>
      {isChoosing || work.workId ? (
        <VaultChoice id={id('title')} work={work} put={put} />
      ) : (
        <div className="filing-row">
          <TextField
            id={isFirstBlank ? 'filing-work-title' : id('title')}
            label={say('workTitle')}
            of={isFirstBlank || (place === 0 && !work.title.trim()) ? ['work'] : []}
            value={work.title}
            max={500}
            put={(title) => put({ title })}
          />
          <Field id={id('category')} label={say('category')}>
            <Select
              id={id('category')}
              value={work.category}
              onChange={(category) => put({ category })}
              options={choices<Category>('workCategories')}
            />
          </Field>
          <TextField
            id={id('registration')}
            label={say('registrationNumber')}
            hint={place === 0 && say('registrationHint')}
            of={place === 0 ? ['ownership'] : []}
            value={work.registrationNumber}
            max={128}
            put={(registrationNumber) => put({ registrationNumber })}
          />
        </div>
      )}
    </fieldset>
  );
}
