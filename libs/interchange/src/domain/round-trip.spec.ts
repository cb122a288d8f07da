import fc from 'fast-check';
import { faultOfXarf } from './check-xarf.js';
import { type OutgoingNotice, uriOf } from './outgoing-notice.js';
import { readAcns } from './read-acns.js';
import { readXarf } from './read-xarf.js';
import { readXml } from './read-xml.js';
import { acnsNamespace } from './acns.js';
import { writeAcnsInfringement, writeAcnsStatus } from './write-acns.js';
import { writeXarf } from './write-xarf.js';
import { textOf, childOf } from './xml-element.js';

const stranger = 'somebody else entirely, with a name longer than any that is drawn below';
/** What a reader gathers: address, title of the work and account of every target, in order. */
const gathered = ({ works, targets }: ReturnType<typeof readXarf>['document']) => {
  const titleOf = new Map(works.map(({ ref, title }) => [ref, title]));
  return targets.map(({ text, workRef, account }) => [text, titleOf.get(workRef), account?.handle ?? null]);
};
const told = ({ items, works }: OutgoingNotice, tellsHandle: boolean) =>
  items.map(({ id, url, workRef, handle }) => [
    uriOf({ id, url }),
    works.find(({ ref }) => ref === workRef)!.title,
    tellsHandle ? handle : null,
  ]);

const plain = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .filter((text) => text.trim() === text && !/[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(text));
const serviceTypes = ['netdisk', 'search_link', 'short_video', 'ecommerce'];

/** Notices as they can be: any names, addresses in any script, any number of items and works. */
const notices: fc.Arbitrary<OutgoingNotice> = fc
  .record({
    name: plain,
    holder: fc.option(plain),
    email: fc.constantFrom('a@b.example', 'not an address', null),
    serviceType: fc.constantFrom(...serviceTypes),
    titles: fc.array(plain, { minLength: 1, maxLength: 3 }),
    items: fc.array(fc.record({ path: plain, work: fc.nat(2), handle: fc.option(plain), said: fc.option(plain) }), {
      minLength: 1,
      maxLength: 5,
    }),
  })
  .map(({ name, holder, email, serviceType, titles, items }) => ({
    number: 'N-2026-000001',
    url: 'https://tongshan.example/notices/1',
    receivedAt: new Date('2026-01-02T03:04:05Z'),
    servedAt: null,
    acknowledgedAt: null,
    isClosed: false,
    regime: 'cn.reg468',
    complainant: { name, email },
    principal: holder === null ? null : { name: holder },
    platform: { name, email: null, host: 'example.cn', serviceType },
    works: titles.map((title, index) => ({ ref: `w${index}`, title, category: 'film' })),
    evidence: [{ kind: 'ownership', text: name }],
    items: items.map(({ path, work, handle, said }, index) => ({
      id: `00000000-0000-7000-8000-00000000000${index}`,
      state: 'served',
      disposition: null,
      reasonCode: null,
      decidedAt: null,
      raw: path,
      url: `https://例子.example/${path}`,
      host: 'xn--fsqu00a.example',
      contentType: 'page',
      contentId: null,
      handle,
      description: said,
      workRef: `w${work % titles.length}`,
    })),
    sender: { name: '通删 Tongshan', email: 'noreply@tongshan.example' },
  }));

describe('a notice written as XARF', () => {
  it('is by the schema, and read again says the same of every work, address and rights holder', () => {
    fc.assert(
      fc.property(notices, (notice) => {
        const reports = writeXarf(notice);
        expect(reports.map((one) => faultOfXarf(one, '#'))).toEqual(notice.items.map(() => null));
        const { document } = readXarf(Buffer.from(JSON.stringify(reports)), stranger);
        expect(document.onBehalfOf).toEqual({ name: (notice.principal ?? notice.complainant).name });
        expect(gathered(document)).toEqual(told(notice, notice.platform.serviceType !== 'ecommerce'));
      }),
      { numRuns: 200 },
    );
  });

  it('knows an item without an address by its id, and says what was pasted', () => {
    const [notice] = fc.sample(notices, 1) as [OutgoingNotice];
    const [report] = writeXarf({
      ...notice,
      items: [{ ...notice.items[0]!, url: null, raw: '应用编号 123', description: null }],
    });
    expect(report).toMatchObject({ infringing_url: `urn:uuid:${notice.items[0]!.id}`, description: '应用编号 123' });
  });
});

describe('a notice written as ACNS', () => {
  it('read again says the same of every work, address and rights holder, whatever characters they are made of', () => {
    fc.assert(
      fc.property(notices, (notice) => {
        const { document } = readAcns(Buffer.from(writeAcnsInfringement(notice)), stranger);
        expect(document.clientRef).toBe(notice.number);
        expect(document.onBehalfOf).toMatchObject({ name: (notice.principal ?? notice.complainant).name });
        expect(gathered(document)).toEqual(told(notice, false));
      }),
      { numRuns: 200 },
    );
  });

  it('never writes what breaks out of its element, nor a character that XML cannot hold', () => {
    const [notice] = fc.sample(notices, 1) as [OutgoingNotice];
    const name = `</Entity><!DOCTYPE x>&amp;"'\u0000\r]]>`;
    const xml = writeAcnsInfringement({ ...notice, complainant: { name }, principal: null });
    const root = readXml(Buffer.from(xml), [acnsNamespace]);
    expect(textOf(childOf(root, 'Complainant'), 'Entity')).toBe(name.replace('\u0000', '\ufffd'));
  });

  it('as a status says how every item stands', () => {
    const [notice] = fc.sample(notices, 1) as [OutgoingNotice];
    const decided = { ...notice.items[0]!, state: 'actioned', disposition: 'removed', decidedAt: new Date(0) };
    const xml = writeAcnsStatus({ ...notice, isClosed: true, items: [decided] }, new Date(0));
    const root = readXml(Buffer.from(xml), [acnsNamespace]);
    expect([root.name, root.attributes['TimeStamp'], textOf(childOf(root, 'Case'), 'Status')]).toEqual([
      'NoticeStatus',
      '1970-01-01T00:00:00Z',
      'Closed',
    ]);
    expect(textOf(root, 'Notes')).toContain(`${uriOf(decided)}: actioned (removed) 1970-01-01T00:00:00Z`);
  });
});
