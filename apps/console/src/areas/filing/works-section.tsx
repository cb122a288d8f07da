import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { useChoices } from '../../api/vocabulary.js';
import { blankWork, demands, type Draft, type DraftWork, freeRef, type Ground } from './draft.js';
import { Field } from './field.js';
import type { Change } from './use-draft.js';
import { WorkFields } from './work-fields.js';
import { words } from './words.js';

const mostWorks = 100;

/** What is infringed, on what ground, and what is demanded. */
export function WorksSection({ draft, change }: { draft: Draft; change: Change }) {
  const say = words.use();
  const choices = useChoices();
  const { works } = draft;
  const put = (ref: string, changes: Partial<DraftWork>) =>
    change((before) => ({ works: before.works.map((work) => (work.ref === ref ? { ...work, ...changes } : work)) }));
  return (
    <section className="panel filing-section">
      <h2>
        <b>2</b> {say('section.works')}
      </h2>
      {works.map((work, place) => (
        <WorkFields
          key={work.ref}
          work={work}
          place={place}
          isFirstBlank={works.findIndex(({ workId, title }) => !workId && !title.trim()) === place}
          put={(changes) => put(work.ref, changes)}
          remove={
            works.length > 1
              ? () => change((before) => ({ works: before.works.filter(({ ref }) => ref !== work.ref) }))
              : undefined
          }
        />
      ))}
      {works.length < mostWorks && (
        <Button
          icon={<PlusOutlined />}
          onClick={() => change((before) => ({ works: [...before.works, blankWork(freeRef(before.works))] }))}
        >
          {say('addWork')}
        </Button>
      )}
      <div className="filing-row">
        <Field id="filing-ground" label={say('ground')}>
          <Select
            id="filing-ground"
            value={draft.ground}
            onChange={(ground) => change({ ground })}
            options={choices<Ground>('grounds')}
          />
        </Field>
        <Field id="filing-right" label={say('right')}>
          <Select
            id="filing-right"
            value={draft.right}
            onChange={(right) => change({ right })}
            options={choices('rights')}
          />
        </Field>
        <Field id="filing-demand" label={say('demand')}>
          <Select
            id="filing-demand"
            value={draft.demand}
            onChange={(demand) => change({ demand })}
            options={demands.map((value) => ({ value, label: say(`demands.${value}`) }))}
          />
        </Field>
      </div>
    </section>
  );
}
