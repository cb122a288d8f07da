import { UploadOutlined } from '@ant-design/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { api, taken } from '../../api/client.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { words } from './words.js';

/** One file as a proof: uploaded when it is chosen, sent along by its id. */
export function FileField({ id, onChange }: { id?: string; onChange?: (fileId: string | undefined) => void }) {
  const say = words.use();
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <>
      <Upload
        {...(id && { id })}
        maxCount={1}
        onRemove={() => onChange?.(undefined)}
        customRequest={({ file, onSuccess, onError }) => {
          setFailure(null);
          const form = new FormData();
          form.append('file', file as File);
          taken(api.POST('/v1/files', { body: form as never, bodySerializer: (body) => body as never }))
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
        <Button icon={<UploadOutlined />}>{say('later.upload')}</Button>
      </Upload>
      {failure ? <ProblemNote failure={failure} /> : null}
    </>
  );
}
