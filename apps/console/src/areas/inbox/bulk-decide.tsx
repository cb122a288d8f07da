import { Alert, Form, Input, Modal, Progress, Select } from 'antd';
import { useRef, useState } from 'react';
import { queries } from '../../api/queries.js';
import { useLabel } from '../../api/vocabulary.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { type BulkInput, decideRows, type RowFailure, rowsFor, useChosenNotices } from './bulk-work.js';
import type { Notice } from '../notices/notice-document.js';
import { type Regime, useRegimes } from './regimes.js';
import { useTemplates } from './templates-query.js';
import { words } from './words.js';

type Close = (failed?: ReadonlySet<string>) => void;

/** The same decision for every open item of the chosen notices, with what became of each that could not be decided. */
export function BulkDecide({ noticeIds, close }: { noticeIds: readonly string[]; close: Close }) {
  const say = words.use();
  const [failures, setFailures] = useState<readonly RowFailure[] | null>(null);
  const notices = useChosenNotices(noticeIds);
  if (failures) return <Failures failures={failures} close={close} />;
  if (notices.data)
    return (
      <Decide
        notices={notices.data}
        close={close}
        failed={(rows) => (rows.length > 0 ? setFailures(rows) : close(new Set()))}
      />
    );
  return (
    <Modal open title={say('bulk.decide')} onCancel={() => close()} footer={null}>
      {notices.error ? (
        <ProblemNote failure={notices.error} again={() => void notices.refetch()} />
      ) : (
        <Progress percent={99} status="active" showInfo={false} aria-label={say('bulk.reading')} />
      )}
    </Modal>
  );
}

function Decide({
  notices,
  close,
  failed,
}: {
  notices: readonly Notice[];
  close: Close;
  failed: (result: readonly RowFailure[]) => void;
}) {
  const say = words.use();
  const label = useLabel();
  const regimes = useRegimes();
  const templates = useTemplates();
  const [outcome, setOutcome] = useState<string>();
  const isDone = useRef(false);
  const common = dispositionsOfAll(notices, regimes);
  const act = outcome === 'refused' ? 'refuse' : outcome === 'not_found' ? 'not_found' : 'take_down';
  const rows = rowsFor(act, notices);
  const others = notices.filter((notice) => !rows.some((row) => row.notice.id === notice.id));
  const reasons = regimes.find(({ id }) => id === notices[0]?.regime)?.refusalReasons ?? [];
  return (
    <ActDialog<BulkInput, RowFailure[]>
      title={say('bulk.decide')}
      submit={say('bulk.submit', { count: rows.length })}
      meaning={
        <>
          {say('bulk.means', { notices: notices.length - others.length, items: rows.length })}
          {others.length > 0 && (
            <div>{say('bulk.others', { numbers: others.map(({ number }) => number).join('、') })}</div>
          )}
        </>
      }
      act={async (input) => {
        const result = await decideRows(rows, input);
        for (const { id } of notices) void queries.invalidateQueries({ queryKey: ['notice', id] });
        void queries.invalidateQueries({ queryKey: ['notices'] });
        return result;
      }}
      done={(result) => {
        isDone.current = true;
        failed(result);
      }}
      close={() => isDone.current || close()}
    >
      <Form.Item name="outcome" label={say('bulk.outcome')} rules={[{ required: true, message: say('bulk.choose') }]}>
        <Select
          onChange={setOutcome}
          options={[
            ...common.map((value) => ({ value, label: label('dispositions', value) })),
            { value: 'refused', label: say('acts.does.refuse') },
            { value: 'not_found', label: say('acts.does.not_found') },
          ]}
        />
      </Form.Item>
      {outcome === 'refused' && (
        <Form.Item
          name="reasonCode"
          label={say('acts.choose.refuse')}
          rules={[{ required: true, message: say('bulk.choose') }]}
        >
          <Select options={reasons.map(({ code }) => ({ value: code, label: label('refusalReasons', code) }))} />
        </Form.Item>
      )}
      <Form.Item noStyle dependencies={['reasonCode']}>
        {({ getFieldValue, setFieldValue }) => {
          const reason = getFieldValue('reasonCode') as string | undefined;
          const fitting = templates.filter((one) => one.reasonCode === reason);
          return (
            <>
              {fitting.length > 0 && (
                <Form.Item label={say('acts.template')}>
                  <Select
                    aria-label={say('acts.template')}
                    options={fitting.map(({ id, name }) => ({ value: id, label: name }))}
                    onChange={(id: string) => setFieldValue('note', fitting.find((one) => one.id === id)?.text)}
                  />
                </Form.Item>
              )}
              <Form.Item
                name="note"
                label={say('acts.note')}
                rules={[{ required: reason === 'other', message: say('acts.noteNeeded') }]}
              >
                <Input.TextArea maxLength={2000} rows={2} />
              </Form.Item>
            </>
          );
        }}
      </Form.Item>
    </ActDialog>
  );
}

/** What every law among the chosen accepts. */
function dispositionsOfAll(notices: readonly Notice[], regimes: readonly Regime[]): string[] {
  const lists = [...new Set(notices.map(({ regime }) => regime))].map(
    (id) => regimes.find((one) => one.id === id)?.dispositions.map(({ code }) => code) ?? [],
  );
  return (lists[0] ?? []).filter((code) => lists.every((list) => list.includes(code)));
}

/** They stay chosen, each with its reason. */
function Failures({ failures, close }: { failures: readonly RowFailure[]; close: Close }) {
  const say = words.use();
  const label = useLabel();
  const chosen = new Set(failures.map(({ notice }) => notice.id));
  return (
    <Modal
      open
      title={say('bulk.result')}
      onCancel={() => close(chosen)}
      onOk={() => close(chosen)}
      okText={say('bulk.keep')}
      cancelButtonProps={{ hidden: true }}
    >
      <Alert type="warning" showIcon title={say('bulk.failed', { count: failures.length })} />
      <ul className="inbox-failures">
        {failures.map(({ notice, item, code, detail }) => (
          <li key={item.id}>
            <strong>{notice.number}</strong> <span title={item.target.raw}>{item.target.url ?? item.target.raw}</span>
            <div className="quiet">{detail ?? label('problems', code)}</div>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
