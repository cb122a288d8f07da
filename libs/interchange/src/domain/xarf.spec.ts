import type { Problem } from '#kernel';
import { readXarf } from './read-xarf.js';

const bytes = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
const read = (value: unknown, ownName = '北京星海影业有限公司') => readXarf(bytes(value), ownName);

/** After the sample of the specification. */
const report = (changes: object = {}) => ({
  xarf_version: '4.0.0',
  report_id: 'c3d4e5f6-a7b8-4012-8def-3456789012bc',
  timestamp: '2026-01-11T11:52:34Z',
  reporter: { org: 'Reporter Ltd', contact: 'copyright@reporter.example', domain: 'reporter.example' },
  sender: { org: 'Scan Service', contact: 'scan@service.example', domain: 'service.example' },
  source_identifier: '198.51.100.75',
  category: 'copyright',
  type: 'copyright',
  evidence_source: 'automated_scan',
  work_title: 'Popular TV Show S01E05',
  work_identifier: 'IMDB:tt1234567',
  rights_holder: 'Television Broadcasting Limited',
  infringing_url: 'http://pirate-streams.example.com/show/episode5.mp4',
  ...changes,
});
const refusal = (value: unknown) => {
  try {
    read(value);
  } catch (problem) {
    return (problem as Problem).details.errors![0];
  }
  throw new Error('it was taken');
};

describe('an XARF v4 copyright report', () => {
  it('becomes a complaint in draft: work, target, rights holder, and nothing that somebody would have to swear to', () => {
    const { document, sender, remarks } = read(report());
    expect(document).toEqual({
      clientRef: 'c3d4e5f6-a7b8-4012-8def-3456789012bc',
      ground: 'copyright',
      onBehalfOf: { name: 'Television Broadcasting Limited' },
      works: [{ ref: 'w1', title: 'Popular TV Show S01E05' }],
      targets: [{ text: 'http://pirate-streams.example.com/show/episode5.mp4', workRef: 'w1' }],
      evidence: [
        {
          kind: 'infringement',
          text: '2026-01-11T11:52:34Z http://pirate-streams.example.com/show/episode5.mp4',
        },
      ],
    });
    expect(sender).toBe('Scan Service <scan@service.example>');
    expect(remarks.map(({ code }) => code)).toEqual(['work_without_category']);
  });

  it('of the organization itself is on nobody’s behalf, however its name is spelled', () => {
    expect(read(report({ rights_holder: ' ＡＣＭＥ  film ' }), 'Acme Film').document.onBehalfOf).toBeUndefined();
  });

  it('comes alone, in an array, or one a line; those of one work share it', () => {
    const two = [report(), report({ infringing_url: 'https://pan.example.com/s/1', work_category: 'tv_show' })];
    const three = [...two, report({ infringing_url: 'https://pan.example.com/s/2' })];
    expect(read(three).document).toMatchObject({
      works: [{ ref: 'w1' }, { ref: 'w2', category: 'tv' }],
      targets: [{ workRef: 'w1' }, { workRef: 'w2' }, { workRef: 'w1' }],
    });
    const lines = three.map((one) => JSON.stringify(one)).join('\n');
    expect(read(lines).document).toEqual(read(three).document);
    expect(read(three).document.clientRef).toBeUndefined();
  });

  it('about a swarm or a newsgroup is taken by the address that it has', () => {
    const swarm = { type: 'p2p', p2p_protocol: 'bittorrent', infringing_url: undefined };
    const hash = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
    expect(read(report({ ...swarm, swarm_info: { info_hash: hash } })).document.targets[0]!.text).toBe(
      `magnet:?xt=urn:btih:${hash}`,
    );
    const usenet = { type: 'usenet', newsgroup: 'alt.binaries.tv', message_info: { message_id: '<1@news>' } };
    expect(read(report({ ...usenet, infringing_url: undefined })).document.targets[0]!.text).toBe('news:<1@news>');
  });

  it('keeps proof in words, and says of the rest that a person must upload it', () => {
    const payload = (text: string) => Buffer.from(text).toString('base64');
    const { document, remarks } = read(
      report({
        evidence: [
          { content_type: 'text/plain', description: 'Capture', payload: payload('可在线播放全片') },
          { content_type: 'image/png', description: 'Screenshot', payload: 'iVBORw0KGgo=' },
        ],
      }),
    );
    expect(document.evidence[0]).toEqual({ kind: 'infringement', text: 'Capture\n可在线播放全片' });
    expect(remarks).toContainEqual(expect.objectContaining({ code: 'evidence_left_out', at: '#/evidence/1' }));
  });

  it.each([
    ['another category', report({ category: 'content' }), '#/category', 'const'],
    ['version 3', report({ xarf_version: '3' }), '#/xarf_version', 'pattern'],
    ['no address', report({ infringing_url: undefined }), '#/infringing_url', 'required'],
    ['no address in an array', [report(), report({ infringing_url: undefined })], '#/1/infringing_url', 'required'],
    ['a name where an address belongs', report({ infringing_url: 'the film' }), '#/infringing_url', 'format'],
    ['a locker without its name', report({ type: 'cyberlocker' }), '#/hosting_service', 'required'],
    [
      'a contact that is no address',
      report({ sender: { ...report().sender, contact: 'me' } }),
      '#/sender/contact',
      'format',
    ],
    [
      'an unknown member of a contact',
      report({ sender: { ...report().sender, x: 1 } }),
      '#/sender/x',
      'additional_properties',
    ],
    ['two rights holders', [report(), report({ rights_holder: 'B' })], '#/1/rights_holder', 'another_rights_holder'],
    ['a control character', report({ work_title: 'a\u0000b' }), '#/work_title', 'control_characters'],
    ['half a character', report({ extra: ['\ud800'] }), '#/extra/0', 'control_characters'],
    ['no report', [], '#', 'array_min_size'],
    ['nothing', '', '1:1', 'malformed_json'],
    ['no JSON', '{"xarf_version": 4', expect.stringMatching(/^1:\d+$/), 'malformed_json'],
    ['a broken line', `${JSON.stringify(report())}\n{"a":`, expect.stringMatching(/^2:\d+$/), 'malformed_json'],
    ['a number', '7', '#', 'type'],
    ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`, '#/0', 'too_deep'],
    ['501 of them', Array.from({ length: 501 }, () => ({})), '#', 'array_max_size'],
  ])('is refused with its place: %s', (_what, value, pointer, code) => {
    expect(refusal(value)).toMatchObject({ pointer, code, detail: expect.stringMatching(/\w{3}/) });
  });

  it('has at most 1 MiB, and its bytes are text', () => {
    const padded = (length: number) => JSON.stringify(report()).padEnd(length);
    expect(() => read(padded(1_048_577))).toThrow(expect.objectContaining({ code: 'body_too_large' }));
    expect(read(padded(1_048_576)).document.targets).toHaveLength(1);
    expect(() => readXarf(Buffer.from([0x7b, 0xff, 0x7d]), 'x')).toThrow(
      expect.objectContaining({
        details: expect.objectContaining({ errors: [expect.objectContaining({ code: 'bad_encoding' })] }),
      }),
    );
  });
});
