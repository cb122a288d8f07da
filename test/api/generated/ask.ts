import type { TestApp } from '../../support/app.js';
import type { Operation } from './contract.js';
import { boundary, type Request } from './requests.js';

/** An answer as it came. */
export interface Heard {
  status: number;
  headers: Headers;
  /** Without parameters; empty where there is no body. */
  mediaType: string;
  body: unknown;
}

/** Sends a request, valid or not, by whoever has the credential; of a stream of events only the opening is heard. */
export async function ask(
  app: TestApp,
  operation: Operation,
  request: Request,
  credential: string | null,
): Promise<Heard> {
  const body = textOf(request.body);
  const { mediaType: taken = 'application/json' } = operation.body ?? {};
  const type = taken === 'multipart/form-data' ? `${taken}; boundary=${boundary}` : taken;
  const headers = {
    ...(credential !== null && { authorization: `Bearer ${credential}` }),
    ...(body !== undefined && { 'content-type': type }),
    ...request.headers,
  };
  const response = await fetch(addressOf(app, operation, request), {
    method: operation.method,
    headers,
    body,
    redirect: 'manual',
  });
  const mediaType = (response.headers.get('content-type') ?? '').split(';')[0]!.trim();
  const isStream = mediaType === 'text/event-stream';
  if (isStream) await response.body?.cancel();
  const text = isStream ? '' : await response.text();
  const isJson = mediaType.endsWith('json') && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    mediaType: isStream || text ? mediaType : '',
    body: isJson ? JSON.parse(text) : text,
  };
}

export function pathOf({ path }: Operation, { ids, query }: Request): string {
  const asked = path.replace(/\{(\w+)\}/g, (_whole, name: string) => ids[name]!);
  const search = query.map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`,
  );
  return search.length > 0 ? `${asked}?${search.join('&')}` : asked;
}

function addressOf(app: TestApp, operation: Operation, request: Request): string {
  return `${app.url}${pathOf(operation, request)}`;
}

function textOf(body: unknown): string | undefined {
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}
