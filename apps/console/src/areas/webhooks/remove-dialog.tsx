import { useNavigate } from 'react-router';
import { api, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import type { Endpoint } from './webhook.js';
import { words } from './words.js';

export function RemoveDialog({ endpoint: { id, url }, close }: { endpoint: Endpoint; close: () => void }) {
  const say = words.use();
  const navigate = useNavigate();
  return (
    <ActDialog
      title={say('remove')}
      meaning={say('removeMeaning', { url })}
      submit={say('remove')}
      isDangerous
      close={close}
      act={(_input: object, headers) =>
        taken(api.DELETE('/v1/webhook-endpoints/{id}', { params: { path: { id } }, headers }))
      }
      done={() => {
        void queries.invalidateQueries({ queryKey: ['webhook-endpoints'] });
        void navigate('/webhooks');
      }}
    />
  );
}
