import { readFile, writeFile } from 'node:fs/promises';
import { createClient } from '@tongshan/client'; // libs/client/README.md says how to install it

const tongshan = createClient({ baseUrl: process.env.TONGSHAN_URL!, apiKey: process.env.TONGSHAN_KEY });

// answer what waits; the client sends a POST again by itself, and it is done once
for await (const { id } of tongshan.pages('/v1/notices', { params: { query: { state: 'served', sort: 'due' } } })) {
  const params = { path: { id } };
  await tongshan.post('/v1/notices/{id}/acknowledgement', { params, body: { reference: 'T-1' } });
  const { items } = await tongshan.get('/v1/notices/{id}', { params });
  const decisions = items.map((item) => ({ itemId: item.id, outcome: 'removed' as const }));
  const { number, state } = await tongshan.post('/v1/notices/{id}/decisions', { params, body: { decisions } });
  console.log(number, state);
}

// catch up from where the last run stopped
const after = await readFile('cursor.txt', 'utf8').catch(() => undefined);
for await (const { type, data, cursor } of tongshan.pages('/v1/events', { params: { query: { after } } })) {
  console.log(type, data.matter.id);
  await writeFile('cursor.txt', cursor);
}
