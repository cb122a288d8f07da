import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { useChoices, useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import { DocumentFields, documentsFilled, linesOf } from './document-fields.js';
import { words } from './words.js';

type Work = Schemas['WorkView'];
type Document = Schemas['DocumentRequest'];

interface WorkInput {
  title: string;
  category: Work['category'];
  holderName?: string;
  registrationNumber?: string;
  identifiers?: Record<string, string | undefined>;
  originalUrls?: string;
  documents?: Document[];
  state?: Work['state'];
}

/** Adds a work, or amends one; a wrong check digit stands at its number as the server says it. */
export function WorkDialog({ work, close }: { work: Work | null; close: () => void }) {
  const say = words.use();
  const label = useLabel();
  const choices = useChoices();
  const toast = useToast();
  const needed = [{ required: true, message: say('needed') }];
  const filed = (work?.identifiers ?? {}) as Record<string, string>;
  const [schemes, setSchemes] = useState<readonly string[]>(Object.keys(filed));
  return (
    <ActDialog<WorkInput, Work>
      title={say(work ? 'works.amendTitle' : 'works.add')}
      meaning={say('works.addMeaning')}
      submit={say('works.save')}
      initial={
        work
          ? {
              title: work.title,
              category: work.category,
              identifiers: filed,
              originalUrls: work.originalUrls.join('\n'),
              state: work.state,
              ...(work.holderName && { holderName: work.holderName }),
              ...(work.registrationNumber && { registrationNumber: work.registrationNumber }),
            }
          : { category: 'film' }
      }
      act={(input, headers) =>
        work
          ? taken(
              api.PATCH('/v1/works/{id}', {
                params: { path: { id: work.id } },
                headers: { ...headers, 'If-Match': `"${work.version}"` },
                body: { ...bodyOf(input, work.documents), ...(input.state && { state: input.state }) },
              }),
            )
          : taken(api.POST('/v1/works', { headers, body: bodyOf(input, []) }))
      }
      done={() => {
        void queries.invalidateQueries({ queryKey: ['works'] });
        void toast.success(say('saved'));
      }}
      close={close}
    >
      <Form.Item name="title" label={say('works.title')} rules={needed}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="category" label={say('works.category')} rules={needed}>
        <Select options={choices('workCategories')} />
      </Form.Item>
      <Form.Item name="holderName" label={say('works.holder')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="registrationNumber" label={say('works.registration')}>
        <Input maxLength={128} placeholder={say('works.registrationHint')} />
      </Form.Item>
      {schemes.map((scheme) => (
        <Form.Item key={scheme} name={['identifiers', scheme]} label={label('identifierSchemes', scheme)}>
          <Input maxLength={128} allowClear />
        </Form.Item>
      ))}
      <Form.Item label={say('works.identifiers')}>
        <Select
          aria-label={say('works.addIdentifier')}
          placeholder={say('works.addIdentifier')}
          value={null}
          options={choices('identifierSchemes').filter(({ value }) => !schemes.includes(value))}
          onChange={(scheme: string | null) => scheme && setSchemes([...schemes, scheme])}
        />
      </Form.Item>
      <Form.Item name="originalUrls" label={say('works.originals')}>
        <Input.TextArea rows={2} placeholder={say('works.originalsHint')} />
      </Form.Item>
      <DocumentFields />
      {work && (
        <Form.Item name="state" label={say('works.state')}>
          <Select options={choices('workStates')} />
        </Form.Item>
      )}
    </ActDialog>
  );
}

/** Proofs are added to those that the work has. */
function bodyOf(input: WorkInput, kept: readonly Document[]): Schemas['AddWorkRequest'] {
  const identifiers = Object.fromEntries(
    Object.entries(input.identifiers ?? {}).flatMap(([scheme, number]) =>
      number?.trim() ? [[scheme, number.trim()]] : [],
    ),
  );
  return {
    title: input.title.trim(),
    category: input.category,
    identifiers,
    originalUrls: linesOf(input.originalUrls),
    documents: [...kept, ...documentsFilled(input.documents)],
    ...(input.holderName?.trim() && { holderName: input.holderName.trim() }),
    ...(input.registrationNumber?.trim() && { registrationNumber: input.registrationNumber.trim() }),
  };
}
