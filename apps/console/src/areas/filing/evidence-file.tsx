import { UploadOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ProblemNote } from '../../parts/problem-note.js';
import type { DraftEvidence } from './draft.js';
import { type Upload, uploadFile } from './upload-file.js';
import { words } from './words.js';

/** A file goes up at once, so that the preview knows it; the complaint then names it by its id. */
export function EvidenceFile({
  id,
  file,
  put,
}: {
  id: string;
  file: DraftEvidence['file'];
  put: (file: DraftEvidence['file']) => void;
}) {
  const say = words.use();
  const input = useRef<HTMLInputElement>(null);
  const running = useRef<Upload>(null);
  const [chosen, setChosen] = useState<File | null>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  useEffect(() => () => running.current?.stop(), []);
  const send = async (content: File) => {
    setChosen(content);
    setFailure(null);
    setPercent(0);
    const upload = (running.current = uploadFile(content, setPercent));
    await upload.answer.then(({ id: fileId, name }) => put({ id: fileId, name }), setFailure);
    setPercent(null);
  };
  return (
    <div className="filing-file">
      <input
        ref={input}
        type="file"
        hidden
        aria-label={say('chooseFile')}
        onChange={({ target }) => {
          const content = target.files?.[0];
          if (content) void send(content);
          target.value = '';
        }}
      />
      <Button id={id} icon={<UploadOutlined />} disabled={percent !== null} onClick={() => input.current?.click()}>
        {say('chooseFile')}
      </Button>
      {percent !== null && <Progress aria-label={say('uploading')} percent={percent} size="small" status="active" />}
      {file && percent === null && <span className="filing-file-name">{file.name}</span>}
      {failure !== null && <ProblemNote failure={failure} again={chosen ? () => void send(chosen) : undefined} />}
    </div>
  );
}
