import { ActDialog } from '../../parts/act-dialog.js';
import { EndpointFields, type EndpointInput } from './endpoint-fields.js';
import { changeEndpoint, type Endpoint, readEndpointAgain } from './webhook.js';
import { words } from './words.js';

/** Changes what was read, and is refused where somebody else changed it meanwhile. */
export function ChangeDialog({ endpoint, tag, close }: { endpoint: Endpoint; tag: string | null; close: () => void }) {
  const say = words.use();
  const { id, url, events, description, signatures } = endpoint;
  return (
    <ActDialog
      title={say('change')}
      submit={say('save')}
      initial={{ url, events, description: description ?? '', signatures } as Partial<EndpointInput>}
      close={close}
      act={(input: EndpointInput, headers) =>
        changeEndpoint(
          { id, tag },
          // null is how a description is taken away
          { ...input, url: input.url.trim(), description: input.description?.trim() || null } as never,
          headers,
        )
      }
      done={() => readEndpointAgain(id)}
    >
      <EndpointFields />
    </ActDialog>
  );
}
