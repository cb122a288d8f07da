import { Button, Form, type FormInstance, Modal } from 'antd';
import { type ReactNode, useEffect } from 'react';
import { ApiProblem } from '../api/problem.js';
import { useAct } from '../api/use-act.js';
import { useKey } from '../shell/keys.js';
import { words } from '../shell/words.js';
import { ProblemNote } from './problem-note.js';

/**
 * A legal act is confirmed before it is done, with what it means in law, and is corrected only by another act. Sent
 * twice it is done once; where no answer came the person is told so and can send the same again.
 */
export function ActDialog<Input extends object, Answer>({
  title,
  meaning,
  submit,
  isDangerous = false,
  initial,
  act,
  done,
  close,
  children,
}: {
  title: string;
  /** What follows from it: clocks that start or stop, who is told, the article. */
  meaning?: ReactNode;
  /** Verb and object: 提交通知. */
  submit: string;
  isDangerous?: boolean;
  initial?: Partial<Input>;
  act: (input: Input, headers: { 'Idempotency-Key': string }) => Promise<Answer>;
  done: (answer: Answer, input: Input) => void;
  close: () => void;
  /** Form items named after the members of `Input`. */
  children?: ReactNode;
}) {
  const say = words.use();
  const [form] = Form.useForm<Input>();
  const deed = useAct(act, (answer: Answer, input: Input) => {
    done(answer, input);
    close();
  });
  useFieldFaults(form, deed.failure);
  useKey('mod+enter', submit, () => form.submit(), { inFields: true, inDialogs: true, always: true });
  return (
    <Modal
      open
      title={title}
      onCancel={close}
      mask={{ closable: false }}
      footer={[
        <Button key="cancel" onClick={close} disabled={deed.isRunning}>
          {say('cancel')}
        </Button>,
        <Button
          key="submit"
          type="primary"
          danger={isDangerous}
          loading={deed.isRunning}
          disabled={deed.isUnsure}
          onClick={() => form.submit()}
        >
          {submit}
        </Button>,
      ]}
    >
      {meaning && <div className="act-meaning">{meaning}</div>}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial as object}
        disabled={deed.isRunning || deed.isUnsure}
        scrollToFirstError
        onFinish={(values: Input) => deed.do(values)}
      >
        {children}
      </Form>
      {deed.failure && <ProblemNote failure={deed.failure} ofAct again={deed.isUnsure ? deed.again : undefined} />}
    </Modal>
  );
}

/** What the server says of one field stands at that field too: `#/evidence/0/url` is the form's `evidence`, 0, `url`. */
function useFieldFaults<Input extends object>(form: FormInstance<Input>, failure: unknown): void {
  useEffect(() => {
    if (!(failure instanceof ApiProblem)) return;
    const faults = (failure.body.errors ?? []).map(({ pointer, detail }) => ({
      name: pointer
        .replace(/^#?\//, '')
        .split('/')
        .map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
      errors: [detail],
    }));
    form.setFields(faults as unknown as Parameters<typeof form.setFields>[0]);
  }, [form, failure]);
}
