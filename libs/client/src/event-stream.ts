/** One message of a stream of server-sent events; `event` is null where only the place in the stream was told. */
export interface StreamMessage {
  event: string | null;
  id: string;
  data: string;
}

/** Reads a stream of server-sent events (WHATWG HTML §9.2.6), the parts that this API uses. */
export async function* readEventStream(body: AsyncIterable<Uint8Array>): AsyncGenerator<StreamMessage> {
  const decoder = new TextDecoder();
  let text = '';
  let id = '';
  for await (const bytes of body) {
    text += decoder.decode(bytes, { stream: true });
    const blocks = text.split('\n\n');
    text = blocks.pop()!;
    for (const block of blocks) {
      const message = messageIn(block, id);
      id = message.id;
      yield message;
    }
  }
}

function messageIn(block: string, id: string): StreamMessage {
  const message: StreamMessage = { event: null, id, data: '' };
  for (const line of block.split('\n')) {
    const [, name, value = ''] = /^(\w+): ?(.*)$/.exec(line) ?? [];
    if (name === 'event') message.event = value;
    if (name === 'id') message.id = value;
    if (name === 'data') message.data += message.data ? `\n${value}` : value;
  }
  return message;
}
