import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import type { ApiKey, NewApiKey } from './keys-page.js';
import { words } from './words.js';

const again = () => void queries.invalidateQueries({ queryKey: ['keys'] });

export function KeyActs({ apiKey, rolled }: { apiKey: ApiKey; rolled: (key: NewApiKey) => void }) {
  const say = words.use();
  const [asks, setAsks] = useState<'roll' | 'revoke' | null>(null);
  const close = () => setAsks(null);
  const path = { id: apiKey.id };
  return (
    <>
      <Button size="small" type="text" onClick={() => setAsks('roll')}>
        {say('roll')}
      </Button>
      <Button size="small" type="text" danger onClick={() => setAsks('revoke')}>
        {say('revoke')}
      </Button>
      {asks === 'roll' && (
        <ActDialog
          title={`${say('roll')} · ${apiKey.name}`}
          meaning={say('rollMeaning')}
          submit={say('roll')}
          initial={{ overlapHours: 24 } as Schemas['RollApiKeyRequest']}
          close={close}
          act={(body: Schemas['RollApiKeyRequest'], headers) =>
            taken(api.POST('/v1/api-keys/{id}/roll', { params: { path }, body, headers }))
          }
          done={(key) => {
            rolled(key);
            again();
          }}
        >
          <Form.Item name="overlapHours" label={say('overlap')}>
            <InputNumber min={0} max={168} precision={0} />
          </Form.Item>
        </ActDialog>
      )}
      {asks === 'revoke' && (
        <ActDialog
          title={`${say('revoke')} · ${apiKey.name}`}
          meaning={say('revokeMeaning')}
          submit={say('revoke')}
          isDangerous
          close={close}
          act={() => taken(api.DELETE('/v1/api-keys/{id}', { params: { path } }))}
          done={again}
        />
      )}
    </>
  );
}
