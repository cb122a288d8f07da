import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { api, taken } from '../../api/client.js';
import { usePages } from '../../api/pages.js';
import { queries } from '../../api/queries.js';
import { useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { EntryTable } from '../../parts/entry-table.js';
import { Nothing } from '../../parts/nothing.js';
import { PageHead } from '../../parts/page-head.js';
import './inbox.css';
import { useRegimes } from './regimes.js';
import type { Template } from './templates-query.js';
import { words } from './words.js';

const shortened = ({ text }: Template) => <div className="inbox-words">{text}</div>;

type Doing = { kind: 'add' } | { kind: 'edit' | 'remove'; template: Template } | null;

/** Prepared refusals: each organization keeps its own. */
export function TemplatesPage() {
  const say = words.use();
  const label = useLabel();
  const [doing, setDoing] = useState<Doing>(null);
  const pages = usePages(['templates', 'list'], (after) =>
    taken(api.GET('/v1/templates', { params: { query: { limit: 50, ...(after && { after }) } } })),
  );
  return (
    <>
      <PageHead title={say('templates.menu')} note={say('templates.note')}>
        <Button type="primary" onClick={() => setDoing({ kind: 'add' })}>
          {say('templates.add')}
        </Button>
      </PageHead>
      <EntryTable
        label={say('templates.menu')}
        pages={pages}
        nothing={<Nothing why={say('templates.nothing')} />}
        columns={[
          { key: 'name', title: say('templates.name'), width: '22%', show: ({ name }) => name },
          {
            key: 'reason',
            title: say('templates.reason'),
            width: '140px',
            show: ({ reasonCode }) => label('refusalReasons', reasonCode),
          },
          { key: 'text', title: say('templates.text'), show: shortened },
          { key: 'acts', title: '', width: '150px', show: actsThat(setDoing) },
        ]}
      />
      {doing && <TemplateDialog doing={doing} close={() => setDoing(null)} />}
    </>
  );
}

const actsThat = (set: (doing: Doing) => void) => (template: Template) => <Acts template={template} set={set} />;

function Acts({ template, set }: { template: Template; set: (doing: Doing) => void }) {
  const say = words.use();
  return (
    <>
      <Button size="small" type="link" onClick={() => set({ kind: 'edit', template })}>
        {say('templates.edit')}
      </Button>
      <Button size="small" type="link" onClick={() => set({ kind: 'remove', template })}>
        {say('templates.remove')}
      </Button>
    </>
  );
}

type Input = Pick<Template, 'name' | 'reasonCode' | 'text'>;

function useReasons(): string[] {
  return (useRegimes()[0]?.refusalReasons ?? []).map(({ code }) => code);
}

function TemplateDialog({ doing, close }: { doing: NonNullable<Doing>; close: () => void }) {
  const say = words.use();
  const label = useLabel();
  const reasons = useReasons();
  const done = () => void queries.invalidateQueries({ queryKey: ['templates'] });
  const template = doing.kind === 'add' ? null : doing.template;
  if (doing.kind === 'remove') {
    const { id, name } = doing.template;
    return (
      <ActDialog
        title={say('templates.removeTitle', { name })}
        meaning={say('templates.removeNote')}
        submit={say('templates.remove')}
        isDangerous
        act={() => taken(api.DELETE('/v1/templates/{id}', { params: { path: { id } } }))}
        done={done}
        close={close}
      />
    );
  }
  const required = [{ required: true, whitespace: true, message: say('templates.required') }];
  return (
    <ActDialog<Input, Template>
      title={say(template ? 'templates.edit' : 'templates.add')}
      submit={say('templates.save')}
      initial={template ?? {}}
      act={(input, headers) => {
        const body = input as never;
        return template
          ? taken(api.PATCH('/v1/templates/{id}', { params: { path: { id: template.id } }, body }))
          : taken(api.POST('/v1/templates', { headers, body }));
      }}
      done={done}
      close={close}
    >
      <Form.Item name="name" label={say('templates.name')} rules={required}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="reasonCode" label={say('templates.reason')} rules={required}>
        <Select options={reasons.map((value) => ({ value, label: label('refusalReasons', value) }))} />
      </Form.Item>
      <Form.Item name="text" label={say('templates.text')} rules={required}>
        <Input.TextArea maxLength={2000} showCount rows={4} />
      </Form.Item>
    </ActDialog>
  );
}
