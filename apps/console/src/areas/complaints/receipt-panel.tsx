import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { api, taken } from '../../api/client.js';
import { ProblemNote } from '../../parts/problem-note.js';
import type { Complaint } from './use-complaint.js';
import { words } from './words.js';

/** The signed receipt: to keep, and to check here and now. */
export function ReceiptPanel({ complaint: { id, number } }: { complaint: Complaint }) {
  const say = words.use();
  const [failure, setFailure] = useState<unknown>(null);
  const receiptOf = () => taken(api.GET('/v1/complaints/{id}/receipt', { params: { path: { id } } }));
  const verification = useMutation({
    mutationFn: async () => taken(api.POST('/v1/receipts/verification', { body: { ...(await receiptOf()) } })),
  });
  const download = async () => {
    setFailure(null);
    try {
      save(`${number}.json`, JSON.stringify(await receiptOf(), null, 2));
    } catch (problem) {
      setFailure(problem);
    }
  };
  const verdict = verification.data;
  return (
    <section className="panel" aria-label={say('receipt.title')}>
      <h2>{say('receipt.title')}</h2>
      <p className="quiet">{say('receipt.note')}</p>
      <div className="page-acts">
        <Button icon={<DownloadOutlined />} onClick={() => void download()}>
          {say('receipt.download')}
        </Button>
        <Button loading={verification.isPending} onClick={() => verification.mutate()}>
          {say('receipt.verify')}
        </Button>
      </div>
      {verdict && (
        <Alert
          role="status"
          type={verdict.valid ? 'success' : 'error'}
          showIcon
          title={
            verdict.valid
              ? say('receipt.valid')
              : say('receipt.invalid', { reason: verdict.detail ?? verdict.reason ?? '' })
          }
        />
      )}
      {(failure ?? verification.error) && <ProblemNote failure={failure ?? verification.error} />}
    </section>
  );
}

function save(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
