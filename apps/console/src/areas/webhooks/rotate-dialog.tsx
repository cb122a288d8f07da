import { api, taken } from '../../api/client.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { readEndpointAgain, type RegisteredEndpoint } from './webhook.js';
import { words } from './words.js';

export function RotateDialog({
  id,
  close,
  rotated,
}: {
  id: string;
  close: () => void;
  rotated: (endpoint: RegisteredEndpoint) => void;
}) {
  const say = words.use();
  return (
    <ActDialog
      title={say('rotate')}
      meaning={say('rotateMeaning')}
      submit={say('rotate')}
      close={close}
      act={(_input: object, headers) =>
        taken(api.POST('/v1/webhook-endpoints/{id}/secret/rotate', { params: { path: { id } }, headers }))
      }
      done={(made) => {
        rotated(made);
        readEndpointAgain(id);
      }}
    />
  );
}
