import { api, taken } from '../../api/client.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { EndpointFields, type EndpointInput } from './endpoint-fields.js';
import { readEndpointAgain, type RegisteredEndpoint } from './webhook.js';
import { words } from './words.js';

export function RegisterDialog({
  close,
  registered,
}: {
  close: () => void;
  registered: (endpoint: RegisteredEndpoint) => void;
}) {
  const say = words.use();
  return (
    <ActDialog
      title={say('register')}
      meaning={say('registerMeaning')}
      submit={say('register')}
      initial={{ events: ['*'], signatures: ['v1'] } as Partial<EndpointInput>}
      close={close}
      act={({ url, events, description, signatures }: EndpointInput, headers) =>
        taken(
          api.POST('/v1/webhook-endpoints', {
            headers,
            body: {
              url: url.trim(),
              events,
              signatures,
              ...(description?.trim() && { description: description.trim() }),
            } as never,
          }),
        )
      }
      done={(made) => {
        registered(made);
        readEndpointAgain(made.id);
      }}
    >
      <EndpointFields />
    </ActDialog>
  );
}
