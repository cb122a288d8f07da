import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { uploadFile } from '../api/upload-file.js';
import { words } from './part-words.js';
import { ProblemNote } from './problem-note.js';

/** One file as a proof, a form's field: uploaded when it is chosen, its value is the id. */
export function FileField({ id, onChange }: { id?: string; onChange?: (fileId: string | undefined) => void }) {
  const say = words.use();
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <>
      <Upload
        {...(id && { id })}
        maxCount={1}
        onRemove={() => {
          setFailure(null);
          onChange?.(undefined);
        }}
        customRequest={({ file, onProgress, onSuccess, onError }) => {
          setFailure(null);
          uploadFile(file as File, (percent) => onProgress?.({ percent }))
            .then((stored) => {
              onChange?.(stored.id);
              onSuccess?.(stored);
            })
            .catch((problem: Error) => {
              setFailure(problem);
              onError?.(problem);
            });
        }}
      >
        <Button icon={<UploadOutlined />}>{say('file.choose')}</Button>
      </Upload>
      {failure ? <ProblemNote failure={failure} /> : null}
    </>
  );
}
