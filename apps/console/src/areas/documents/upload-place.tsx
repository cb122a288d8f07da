import { InboxOutlined } from '@ant-design/icons';
import { Upload, type UploadFile } from 'antd';
import { useState } from 'react';
import { queries } from '../../api/queries.js';
import { uploadFile } from '../../api/upload-file.js';
import { ProblemNote } from '../../parts/problem-note.js';
import { useToast } from '../../shell/toast.js';
import './documents.css';
import { words } from './words.js';

/** Where files are dropped; each shows how far it is, and then stands in the list below. */
export function UploadPlace() {
  const say = words.use();
  const toast = useToast();
  const [underWay, setUnderWay] = useState<UploadFile[]>([]);
  const [failure, setFailure] = useState<unknown>(null);
  return (
    <div className="upload-place">
      <Upload.Dragger
        multiple
        fileList={underWay}
        onChange={({ fileList }) => setUnderWay(fileList.filter(({ status }) => status !== 'done'))}
        customRequest={({ file, onProgress, onSuccess, onError }) => {
          setFailure(null);
          uploadFile(file as File, (percent) => onProgress?.({ percent }))
            .then((stored) => {
              onSuccess?.(stored);
              void queries.invalidateQueries({ queryKey: ['files'] });
              void toast.success(say('uploaded', { name: stored.name }));
            })
            .catch((problem: Error) => {
              setFailure(problem);
              onError?.(problem);
            });
        }}
      >
        <p className="upload-face">
          <InboxOutlined /> {say('drop')}
        </p>
        <p className="quiet">{say('dropNote')}</p>
      </Upload.Dragger>
      {failure ? <ProblemNote failure={failure} /> : null}
    </div>
  );
}
