import { breakingChanges, type Contract } from './breaking-changes.js';

const contract = (): Contract => ({
  paths: {
    '/v1/things': {
      post: {
        parameters: [{ name: 'q', in: 'query', schema: { type: 'string', enum: ['a', 'b'] } }],
        requestBody: { required: true, content: { json: { schema: { $ref: '#/components/schemas/ThingRequest' } } } },
        responses: {
          '201': { content: { json: { schema: { $ref: '#/components/schemas/ThingView' } } } },
          '409': {},
        },
      },
    },
  },
  components: {
    schemas: {
      ThingRequest: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
      ThingView: {
        type: 'object',
        required: ['id', 'state', 'parts'],
        properties: {
          id: { type: 'string', format: 'uuid' },
          state: { type: 'string', enum: ['open', 'closed'] },
          parts: { type: 'array', items: { anyOf: [{ $ref: '#/components/schemas/ThingView' }, { type: 'null' }] } },
          note: { type: ['string', 'null'] },
        },
      },
    },
  },
});

function changed(change: (contract: Contract) => void): string[] {
  const after = contract();
  change(after);
  return breakingChanges(contract(), after);
}
const operation = ({ paths }: Contract) => paths['/v1/things']!['post']!;

describe('a change of the contract', () => {
  it('breaks nothing where it adds a path, a field, a word of an answer, takes more, or refuses otherwise', () => {
    expect(changed(() => undefined)).toEqual([]);
    const added = changed((after) => {
      after.paths['/v1/more'] = { get: { responses: {} } };
      after.components.schemas['ThingView']!.properties!['more'] = { type: 'string' };
      after.components.schemas['ThingView']!.properties!['state']!.enum!.push('frozen');
      after.components.schemas['ThingRequest']!.properties!['more'] = { type: 'string' };
      operation(after).parameters![0]!.schema!.enum!.push('c');
      operation(after).responses['422'] = operation(after).responses['409']!;
      delete operation(after).responses['409'];
    });
    expect(added).toEqual([]);
  });

  it.each<[string, (contract: Contract) => void]>([
    ['POST /v1/things is gone', (after) => delete after.paths['/v1/things']],
    ['POST /v1/things: the parameter q is gone', (after) => (operation(after).parameters = [])],
    ['POST /v1/things ?q: b is gone', (after) => operation(after).parameters![0]!.schema!.enum!.pop()],
    ['POST /v1/things: the parameter q is now required', (after) => (operation(after).parameters![0]!.required = true)],
    ['POST /v1/things: the answer 201 is gone', (after) => (operation(after).responses = {})],
    [
      'POST /v1/things body.more is now required',
      ({ components }) => {
        components.schemas['ThingRequest']!.properties!['more'] = { type: 'string' };
        components.schemas['ThingRequest']!.required!.push('more');
      },
    ],
    ['POST /v1/things 201.note is gone', (after) => delete after.components.schemas['ThingView']!.properties!['note']],
    [
      'POST /v1/things 201.state: closed is gone',
      ({ components }) => components.schemas['ThingView']!.properties!['state']!.enum!.pop(),
    ],
    ['POST /v1/things 201.parts can be absent', ({ components }) => components.schemas['ThingView']!.required!.pop()],
    [
      'POST /v1/things 201.id was string uuid, is integer',
      ({ components }) => (components.schemas['ThingView']!.properties!['id'] = { type: 'integer' }),
    ],
    [
      'POST /v1/things 201.id was string uuid, is string or null uuid',
      ({ components }) => (components.schemas['ThingView']!.properties!['id']!.type = ['string', 'null']),
    ],
  ])('is named: %s', (sentence, change) => {
    expect(changed(change)).toContain(sentence);
  });
});
