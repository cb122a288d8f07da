import fc from 'fast-check';
import { groupBy } from '#kernel';
import { startTestApp, type TestApp } from '../support/app.js';
import { seedMatter } from '../console/support/matter.js';
import { plain } from '../console/support/written.js';
import { ask, type Heard, pathOf } from './generated/ask.js';
import { unboundedIn } from './generated/bounds.js';
import { type Contract, contractOf, leadsTo, type Operation } from './generated/contract.js';
import { damagedRequest } from './generated/damage.js';
import { listenTo } from './generated/listen.js';
import { mayEnter, memoriesOf, peopleOf, type Person } from './generated/people.js';
import { type Request, validRequest } from './generated/requests.js';
import { type Check, strictCheck } from './generated/strict.js';
import { faultsIn, faultsOfInvalid, faultsOfValid } from './generated/verdict.js';
import type { Source } from './generated/values.js';

/** The same requests on every run of CI; CONTRACT_SEED tries others, CONTRACT_RUNS more, CONTRACT_ONLY those of some operations. */
const seed = Number(process.env['CONTRACT_SEED'] ?? 20261130);
const runs = Number(process.env['CONTRACT_RUNS'] ?? 1);
const only = new RegExp(process.env['CONTRACT_ONLY'] ?? '');
const patience = 600_000 * runs;

let app: TestApp;
let contract: Contract;
let operations: Operation[];
let check: Check;
let people: Person[];
let sourceFor: (person: Person) => Source;
const done = new Set<string>();
const overheard: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  ({ contract, operations } = await contractOf(app));
  operations = operations.filter(({ name }) => only.test(name));
  check = strictCheck(contract);
  const memories = memoriesOf();
  const made = new Map<string, object[]>();
  const listening = listenTo(app, operations, ({ operation, account, body, heard }) => {
    overheard.push(...faultsIn(check, operation, heard).map((fault) => `${operation.name}: ${fault}`));
    memories[account]?.learn(operation.path, heard.body);
    const isLarge = JSON.stringify(body ?? '').length > 10_000;
    if (typeof body === 'object' && !isLarge) made.set(operation.name, [...(made.get(operation.name) ?? []), body!]);
  });
  await seedMatter(listening, plain);
  people = await peopleOf(app, memories);
  const now = new Date((await app.by('operator').get('/v1/sandbox/clock')).body.now);
  sourceFor = ({ memory }) => ({ contract, memory, made, now });
}, 120_000);
afterAll(() => app?.close());

describe('every operation of the OpenAPI document', () => {
  it('bounds every text, list and number that it takes', () => {
    expect(unboundedIn(contract, operations)).toEqual([]);
  });

  it(
    'answers valid requests of everybody who may ask as it is documented',
    async () => {
      const faults = await walk({ share: 1, requestsFor: validRequest, faultsOf: faultsOfValid });
      expect([...overheard, ...faults].join('\n')).toBe('');
      // else the walk would know refusals alone; some need a letter, a receiver or a password that it has not
      if (only.source === '(?:)') expect(done.size / operations.length).toBeGreaterThan(0.6);
    },
    patience,
  );

  it(
    'refuses what the document calls invalid, and answers all that is odd as it is documented',
    async () => {
      const faults = await walk({
        share: 0.4,
        requestsFor: (source, operation) => damagedRequest(source, operation, check),
        faultsOf: (heard, { isInvalid, what }) =>
          (isInvalid ? faultsOfInvalid(heard) : []).map((fault) => `${fault} (${what})`),
      });
      expect(faults.join('\n')).toBe('');
    },
    patience,
  );

  it(
    'asks a stranger to sign in, and turns away who has not the scope',
    async () => {
      const faults: string[] = [];
      for (const operation of operations.filter(({ access }) => access !== 'public')) {
        const outsider = people.find((person) => !mayEnter(operation, person));
        const request = oneRequest(operation, outsider ?? people[0]!);
        const answers: Array<[number, Heard]> = [[401, await ask(app, operation, request, null)]];
        if (outsider) answers.push([403, await asked(operation, request, outsider)]);
        for (const [status, heard] of answers) {
          const wrong = heard.status === status ? [] : [`${heard.status} instead of ${status}`];
          faults.push(
            ...[...wrong, ...faultsIn(check, operation, heard)].map((fault) => `${operation.name}: ${fault}`),
          );
        }
      }
      expect(faults).toEqual([]);
    },
    patience,
  );

  it(
    'stands on its path alone: every other method is refused, as a problem with an id',
    async () => {
      const faults: string[] = [];
      for (const [path, known] of groupBy(operations, (operation) => operation.path)) {
        const isKnown = (method: string) => operations.some((one) => one.method === method && leadsTo(one, path));
        const others = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].filter((method) => !isKnown(method));
        const method = others[path.length % others.length]!;
        const [operation, person] = [known[0]!, people[0]!];
        const request = { ids: oneRequest(operation, person).ids, query: [], headers: {}, body: undefined };
        const heard = await ask(app, { ...operation, method }, request, person.credential);
        const answers = new Map([404, 405].map((status) => [status, operation.answers.get(400)!]));
        faults.push(...faultsIn(check, { ...operation, answers }, heard).map((fault) => `${method} ${path}: ${fault}`));
      }
      expect(faults).toEqual([]);
    },
    patience,
  );
});

interface Walk<R extends Request> {
  /** Of those who may ask, each time others; where nobody is asked who they are, one is as good as all. */
  share: number;
  requestsFor: (source: Source, operation: Operation) => fc.Arbitrary<R>;
  faultsOf: (heard: Heard, request: R) => string[];
}

/** Asks each operation for those in the cast who may, and tells of every answer that is a fault, with the request shrunk to it. */
async function walk<R extends Request>({ share, requestsFor, faultsOf }: Walk<R>): Promise<string[]> {
  const told: string[] = [];
  for (const [turn, operation] of operations.entries()) {
    const able = people.filter((one) => mayEnter(operation, one));
    const count = operation.access === 'public' ? 1 : Math.ceil(able.length * share);
    const asking = able.map((_one, place) => able[(place + turn) % able.length]!).slice(0, count);
    for (const person of asking) {
      const property = fc.asyncProperty(requestsFor(sourceFor(person), operation), async (request) => {
        const heard = await asked(operation, request, person);
        const faults = [...faultsIn(check, operation, heard), ...faultsOf(heard, request)];
        if (faults.length > 0) throw new Error(`${faults.join('; ')}\n  answer: ${heard.status} ${shown(heard.body)}`);
      });
      const { failed, counterexample, errorInstance } = await fc.check(property, { seed, numRuns: runs });
      if (!failed) continue;
      const request = counterexample?.[0];
      const address = request && `${pathOf(operation, request)} ${shown(request)}`;
      told.push(`${operation.name} by ${person.name}: ${(errorInstance as Error).message}\n  asked: ${address}`);
      break; // the others would say the same
    }
  }
  return told;
}

async function asked(operation: Operation, request: Request, person: Person): Promise<Heard> {
  let heard = await ask(app, operation, request, person.credential);
  if (heard.status === 401 && operation.access !== 'public') {
    await person.renew();
    heard = await ask(app, operation, request, person.credential);
  }
  if (heard.status < 300) {
    done.add(operation.name);
    person.memory.learn(operation.path, heard.body);
  }
  return heard;
}

function oneRequest(operation: Operation, person: Person): Request {
  return fc.sample(validRequest(sourceFor(person), operation), { seed, numRuns: 1 })[0]!;
}

const shown = (value: unknown) => JSON.stringify(value).slice(0, 800);
