import { readFile } from 'node:fs/promises';
import { breakingChanges, type Contract } from '../../apps/standalone/src/docs/breaking-changes.js';
import { openapiDocument, openapiPath } from '../../apps/standalone/src/docs/openapi-document.js';

const howToAccept = 'A caller would trip over this. If it is meant: npm run docs, and say it in CHANGELOG.md.';

let committed: string;
let current: string;
beforeAll(async () => {
  committed = await readFile(openapiPath, 'utf8');
  current = await openapiDocument();
}, 30_000);

describe('docs/openapi.json', () => {
  it('is broken by nothing that the API does now', () => {
    const faults = breakingChanges(JSON.parse(committed) as Contract, JSON.parse(current) as Contract);
    expect(faults.length > 0 ? [...faults, howToAccept] : []).toEqual([]);
  });

  it('is what the API says of itself: npm run docs', () => {
    expect(current === committed).toBe(true);
  });

  it('names every operation once, and says what it answers and how it fails', () => {
    const { paths } = JSON.parse(current) as { paths: Record<string, Record<string, any>> };
    const operations = Object.values(paths).flatMap((path) => Object.values(path));
    const names = operations.map(({ operationId }) => operationId as string);
    expect(names.filter((name, place) => names.indexOf(name) !== place || !/^[a-z]\w+$/.test(name))).toEqual([]);
    const problem = { schema: { $ref: '#/components/schemas/ProblemView' } };
    for (const { responses } of operations)
      expect(responses.default.content).toEqual({ 'application/problem+json': problem });
  });

  it('has a shape for everything that is answered but the data of an event and what was filed', () => {
    const { components } = JSON.parse(current) as { components: { schemas: Record<string, any> } };
    const open = Object.entries(components.schemas).flatMap(([name, { properties = {} }]) =>
      Object.entries<any>(properties)
        .filter(([, schema]) => [schema, schema.items].some((one) => one?.additionalProperties === true))
        .map(([member]) => `${name}.${member}`),
    );
    expect(open).toEqual([
      'EventView.data',
      'FeedDataView.details',
      'ReceiptVerificationRequest.content',
      'ReceiptVerificationRequest.receipt',
      'ReceiptView.content',
    ]);
  });
});
