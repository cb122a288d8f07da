import type { Problem } from '#kernel';
import { readAcns } from './read-acns.js';
import { requireAcnsAcknowledgement } from './read-acns-acknowledgement.js';

const own = '北京星海影业有限公司';
const namespace = 'xmlns="http://www.acns.net/ACNS"';
const item = (inner = '') => `<Item>
      <TimeStamp>2026-01-10T17:27:46Z</TimeStamp>
      <Title>The &amp; Film</Title>
      <FileName>The.Film.2025.mkv</FileName>
      ${inner}
      <Type>Movie</Type>
    </Item>`;
const url = '<URL>https://pan.example.com/s/1?a=1&amp;b=2</URL>';

/** After what circulates: revision 1.2. */
const infringement = ({
  items = item(url),
  root = namespace,
  extra = '',
  head = '<?xml version="1.0" encoding="UTF-8"?>',
} = {}) => `${head}
<Infringement ${root}>
  <Case><ID>123a6547aa372abcdef0</ID><Status>Open</Status><Severity>Normal</Severity></Case>
  <Complainant>
    <Entity>Studio, Inc.</Entity>
    <Contact>Agency - Compliance</Contact>
    <Address>6715 Some Blvd
Los Angeles CA 90028</Address>
    <Phone>+1 (310) 606 2747</Phone>
    <Email>p2p@agency.example</Email>
  </Complainant>
  <Service_Provider><Entity>Superduper</Entity><Email>abuse@superduper.example</Email></Service_Provider>
  <Source>
    <TimeStamp>2026-01-09T17:27:46Z</TimeStamp>
    <IP_Address>192.0.2.13</IP_Address>
    <Type>Web</Type>
    <UserName>sharer</UserName>
    <Login Username="u" Password="secret"/>
  </Source>
  <Content>
    ${items}
  </Content>
  ${extra}
</Infringement>`;
const read = (text: string | Uint8Array, name = own) =>
  readAcns(typeof text === 'string' ? Buffer.from(text) : text, name);
const refusal = (text: string | Uint8Array) => {
  try {
    read(text);
  } catch (problem) {
    const { code, details } = problem as Problem;
    return details.errors?.[0] ?? { code };
  }
  throw new Error('it was taken');
};

describe('an ACNS 2.0 Infringement', () => {
  it('becomes a complaint in draft on behalf of its complainant', () => {
    const { document, sender, remarks } = read(infringement({ extra: '<Notes>See above.</Notes>' }));
    expect(document).toEqual({
      clientRef: '123a6547aa372abcdef0',
      ground: 'copyright',
      onBehalfOf: {
        name: 'Studio, Inc.',
        contact: 'Agency - Compliance',
        address: '6715 Some Blvd Los Angeles CA 90028',
        phone: '+1 (310) 606 2747',
        email: 'p2p@agency.example',
      },
      works: [{ ref: 'w1', title: 'The & Film', category: 'film' }],
      targets: [
        {
          text: 'https://pan.example.com/s/1?a=1&b=2',
          workRef: 'w1',
          description: 'The.Film.2025.mkv',
          account: { handle: 'sharer' },
        },
      ],
      evidence: [
        { kind: 'infringement', text: 'See above.' },
        { kind: 'infringement', text: '2026-01-10T17:27:46Z https://pan.example.com/s/1?a=1&b=2' },
      ],
    });
    expect(sender).toBe('Studio, Inc. <p2p@agency.example>');
    expect(remarks).toEqual([]);
    expect(JSON.stringify(document)).not.toContain('secret');
  });

  it('of the organization itself is on nobody’s behalf', () => {
    expect(read(infringement(), 'STUDIO, INC.').document.onBehalfOf).toBeUndefined();
  });

  it('of an earlier revision, in another encoding, with a prefix, is the same', () => {
    const expected = read(infringement()).document;
    expect(read(infringement({ root: 'xmlns="http://www.movielabs.com/ACNS"' })).document).toEqual(expected);
    const utf16 = Buffer.from(`\ufeff${infringement({ head: '' }).trim()}`, 'utf16le');
    expect(read(utf16).document).toEqual(expected);
    const latin = infringement({ head: '<?xml version="1.0" encoding="iso-8859-1"?>' }).replace('Superduper', 'Café');
    expect(read(Buffer.from(latin, 'latin1')).document).toEqual(expected);
    const prefixed = infringement()
      .replace(/<(\/?)(?=[A-Z])/g, '<$1a:')
      .replace('xmlns=', 'xmlns:a=');
    expect(read(prefixed).document).toEqual(expected);
  });

  it('says where what was left out stands: an item without an address, a part that is not read', () => {
    const { remarks, document } = read(
      infringement({ items: item() + item(url), extra: '<Verification><By>x</By></Verification>' }),
    );
    expect(document.targets).toHaveLength(1);
    expect(remarks).toEqual([
      expect.objectContaining({
        code: 'elements_left_out',
        en: expect.stringContaining('Verification'),
        at: expect.stringMatching(/^\d+:\d+$/),
      }),
      expect.objectContaining({ code: 'item_without_address', en: expect.stringContaining('The.Film.2025.mkv') }),
    ]);
  });

  const laughs = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY lol${n} "&lol${n - 1};&lol${n - 1};">`).join('')}]>`;
  const deep = (levels: number) => `${'<X>'.repeat(levels)}${'</X>'.repeat(levels)}`;
  it.each([
    ['a billion laughs', infringement({ head: laughs }), 'doctype'],
    ['a document type from elsewhere', infringement({ head: '<!DOCTYPE x SYSTEM "file:///etc/passwd">' }), 'doctype'],
    ['an entity that nobody declared', infringement({ extra: '<Notes>&secret;</Notes>' }), 'malformed_xml'],
    ['33 levels', infringement({ extra: deep(32) }), 'too_deep'],
    ['a namespace of somebody else', infringement({ root: 'xmlns="http://example.com/"' }), 'wrong_namespace'],
    ['no namespace', infringement({ root: '' }), 'wrong_namespace'],
    ['an unclosed element', '<Infringement xmlns="http://www.acns.net/ACNS"><Case>', 'malformed_xml'],
    ['no element', '', 'malformed_xml'],
    ['text alone', 'Dear Sir or Madam', 'malformed_xml'],
    ['bytes of no character', Buffer.concat([Buffer.from(infringement()), Buffer.from([0xff, 0xfe])]), 'bad_encoding'],
    [
      'an encoding that nobody reads',
      infringement({ head: '<?xml version="1.0" encoding="x-none"?>' }),
      'unknown_encoding',
    ],
    [
      'a control character',
      infringement({ head: '<?xml version="1.1"?>', extra: '<Notes>&#7;</Notes>' }),
      'control_characters',
    ],
    ['another message', `<StatusRequest ${namespace}/>`, 'unexpected_element'],
    ['no case', infringement().replace(/<ID>.*<\/ID>/, ''), 'required'],
    ['no complainant', infringement().replace(/<Complainant>[^]*<\/Complainant>/, ''), 'required'],
    ['no item', infringement({ items: '' }), 'required'],
    ['no address at all', infringement({ items: item() }), 'no_address'],
    ['a title of a thousand characters', infringement().replace('The &amp; Film', 'x'.repeat(1_000)), 'max_length'],
    ['501 items', infringement({ items: item(url).repeat(501) }), 'array_max_size'],
  ])('is refused: %s', (_what, text, code) => {
    expect(refusal(text).code).toBe(code);
  });

  it('32 levels and 1 MiB are taken, one more of either is not; a fault is told with line and column', () => {
    expect(read(infringement({ extra: deep(31) })).remarks).toHaveLength(1);
    expect(read(infringement().padEnd(1_048_576)).document.targets).toHaveLength(1);
    expect(refusal(infringement().padEnd(1_048_577)).code).toBe('body_too_large');
    expect(refusal(infringement().replace('<Email>p2p@agency.example</Email>', ''))).toMatchObject({
      pointer: '4:16',
      detail: 'Complainant/Email is missing or empty; ACNS asks for it.',
    });
  });
});

describe('an ACNS 2.0 NoticeAck', () => {
  const acknowledge = (text: string) => requireAcnsAcknowledgement(Buffer.from(text), 'N-2026-000001');

  it('acknowledges the notice whose number it names, wherever it names it', () => {
    expect(() =>
      acknowledge(`<NoticeAck ${namespace}><Case><ID> N-2026-000001 </ID></Case></NoticeAck>`),
    ).not.toThrow();
    expect(() =>
      acknowledge(`<NoticeAck ${namespace}><List><CaseID>N-2026-000001</CaseID></List></NoticeAck>`),
    ).not.toThrow();
  });

  it('about another notice, or another message, is refused and says why', () => {
    expect(() => acknowledge(`<NoticeAck ${namespace}><ID>N-2026-000002</ID></NoticeAck>`)).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({
          errors: [expect.objectContaining({ code: 'another_case', detail: expect.stringContaining('N-2026-000002') })],
        }),
      }),
    );
    expect(() => acknowledge(`<StatusUpdate ${namespace}><ID>N-2026-000001</ID></StatusUpdate>`)).toThrow();
  });
});
