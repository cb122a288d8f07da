import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Answer, DemoAccount, TestApp } from '../support/app.js';

export const filePart = (content: Buffer | string, name = 'a.txt', type = 'application/octet-stream') =>
  new File([new Uint8Array(Buffer.from(content))], name, { type });

/** Uploads the form's parts as they are given: [field, value]. */
export async function sendForm(
  app: TestApp,
  account: DemoAccount,
  parts: ReadonlyArray<readonly [string, File | string]>,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const form = new FormData();
  for (const [field, value] of parts) form.append(field, value);
  const response = await fetch(`${app.url}/v1/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${app.keys[`${account}@demo.test`]}`, ...headers },
    body: form,
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

export const upload = (
  app: TestApp,
  account: DemoAccount,
  content: Buffer | string,
  name?: string,
  headers?: Record<string, string>,
) => sendForm(app, account, [['file', filePart(content, name)]], headers);

/** Downloads as bytes. */
export async function download(app: TestApp, account: DemoAccount, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${app.url}${path}`, {
    headers: { authorization: `Bearer ${app.keys[`${account}@demo.test`]}`, ...headers },
  });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}

/** Names of all files that lie below the app's evidence folder, with the part of it they are in. */
export async function storedFiles(app: TestApp): Promise<{ incoming: string[]; objects: string[] }> {
  const all = async (part: string) => {
    const entries = await readdir(join(app.configuration.evidenceFolder, part), {
      recursive: true,
      withFileTypes: true,
    }).catch(() => []);
    return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  };
  return { incoming: await all('incoming'), objects: await all('objects') };
}
