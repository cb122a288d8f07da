import { documentOfSandbox } from '../../../api/src/openapi.js';

export const openapiPath = 'docs/openapi.json';

/** The contract with the keys of every object in the order of the alphabet, so that a change shows as what it is. */
export async function openapiDocument(): Promise<string> {
  return `${JSON.stringify(inOrder(await documentOfSandbox()), null, 2)}\n`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, inOrder(member)]));
}
