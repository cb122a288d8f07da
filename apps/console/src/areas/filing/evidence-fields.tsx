import { DeleteOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Segmented, Select } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { type DraftEvidence, evidenceKinds } from './draft.js';
import { EvidenceFile } from './evidence-file.js';
import { words } from './words.js';

const forms = ['text', 'url', 'file'] as const;

/** One piece of evidence: in words, as a link, or a file. */
export function EvidenceFields({
  evidence,
  id,
  put,
  remove,
}: {
  evidence: DraftEvidence;
  id: string;
  put: (changes: Partial<DraftEvidence>) => void;
  remove: () => void;
}) {
  const say = words.use();
  const label = useLabel();
  const { kind, form, text, url, isForwarded } = evidence;
  return (
    <div className="filing-evidence" role="group" aria-label={label('evidenceKinds', kind)}>
      <div className="filing-evidence-head">
        <Select
          aria-label={say('evidenceKind')}
          value={kind}
          onChange={(chosen) => put({ kind: chosen, isForwarded: chosen === 'infringement' })}
          options={evidenceKinds.map((value) => ({ value, label: label('evidenceKinds', value) }))}
        />
        <Segmented
          aria-label={say('evidenceForm')}
          value={form}
          onChange={(chosen) => put({ form: chosen })}
          options={forms.map((value) => ({ value, label: say(`forms.${value}`) }))}
        />
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`${say('removeEvidence')} ${label('evidenceKinds', kind)}`}
          onClick={remove}
        />
      </div>
      {form === 'text' && (
        <Input.TextArea
          id={id}
          rows={2}
          aria-label={say('evidenceText')}
          placeholder={kind === 'infringement' ? say('evidenceTextHint') : say('evidenceText')}
          maxLength={4000}
          value={text}
          onChange={({ target }) => put({ text: target.value })}
        />
      )}
      {form === 'url' && (
        <Input
          id={id}
          aria-label={say('evidenceUrl')}
          placeholder="https://"
          maxLength={2000}
          value={url}
          onChange={({ target }) => put({ url: target.value })}
        />
      )}
      {form === 'file' && <EvidenceFile id={id} file={evidence.file} put={(file) => put({ file })} />}
      {kind === 'identity' ? (
        <p className="filing-hint">{say('forwardNever')}</p>
      ) : (
        <Checkbox checked={isForwarded} onChange={({ target }) => put({ isForwarded: target.checked })}>
          {say('forward')}
        </Checkbox>
      )}
    </div>
  );
}
