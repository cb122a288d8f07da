import { xarfTypes } from './xarf-report.js';

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const contact = {
  type: 'object',
  required: ['org', 'contact', 'domain'],
  properties: {
    org: text(200),
    contact: { ...text(320), format: 'email' },
    domain: { ...text(253), format: 'hostname' },
  },
  additionalProperties: false,
};
const evidence = {
  type: 'object',
  required: ['content_type', 'payload'],
  properties: {
    content_type: text(200),
    description: { type: 'string', maxLength: 500 },
    payload: { type: 'string', pattern: '^[A-Za-z0-9+/\\s]*={0,2}\\s*$' },
    hash: { type: 'string', pattern: '^((md5|sha1|sha256|sha512):)?[a-fA-F0-9]+$' },
    size: { type: 'integer', minimum: 0, maximum: 5_242_880 },
  },
  additionalProperties: false,
};
const url = { ...text(2_000), format: 'uri' };

/** What a type asks for beyond the members of every report. */
const required: Record<(typeof xarfTypes)[number], readonly string[]> = {
  copyright: ['infringing_url'],
  cyberlocker: ['infringing_url', 'hosting_service'],
  link_site: ['infringing_url', 'site_name'],
  p2p: ['p2p_protocol', 'swarm_info'],
  ugc_platform: ['infringing_url', 'platform_name'],
  usenet: ['newsgroup', 'message_info'],
};

/**
 * The part of the XARF v4 schemas (core and the six copyright types of xarf.org) that concerns what is read
 * here, in JSON Schema 2020-12; other members of a report are left unchecked. Ours are the longest text of an address
 * and that a hash may come without the name of its algorithm, as in the samples of the specification.
 */
export const xarfCopyrightSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'XARF v4 report of the category copyright',
  type: 'object',
  required: ['xarf_version', 'report_id', 'timestamp', 'reporter', 'sender', 'source_identifier', 'category', 'type'],
  properties: {
    xarf_version: { type: 'string', pattern: '^4\\.[0-9]+\\.[0-9]+$' },
    report_id: { type: 'string', format: 'uuid' },
    timestamp: { type: 'string', format: 'date-time' },
    reporter: contact,
    sender: contact,
    source_identifier: text(2_000),
    category: { const: 'copyright' },
    type: { enum: [...xarfTypes] },
    evidence_source: text(200),
    evidence: { type: 'array', maxItems: 50, items: evidence },
    tags: {
      type: 'array',
      maxItems: 20,
      items: { type: 'string', pattern: '^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+.,-]*$' },
    },
    description: { type: 'string', maxLength: 1_000 },
    infringing_url: url,
    original_url: url,
    work_title: text(500),
    rights_holder: text(200),
    work_category: text(64),
    hosting_service: text(200),
    platform_name: text(200),
    site_name: text(200),
    newsgroup: text(200),
    p2p_protocol: { enum: ['bittorrent', 'edonkey', 'gnutella', 'kademlia', 'other'] },
    uploader_info: {
      type: 'object',
      properties: { username: text(200), user_id: text(100) },
    },
    link_info: { type: 'object', properties: { uploader: text(200), page_title: { type: 'string', maxLength: 500 } } },
    linked_content: {
      type: 'array',
      maxItems: 50,
      items: { type: 'object', required: ['target_url', 'link_type'], properties: { target_url: url } },
    },
    swarm_info: {
      type: 'object',
      properties: {
        info_hash: { type: 'string', pattern: '^[a-fA-F0-9]{40}$' },
        magnet_uri: { type: 'string', pattern: '^magnet:\\?xt=urn:', maxLength: 2_000 },
        torrent_name: { type: 'string', maxLength: 500 },
      },
      anyOf: [{ required: ['info_hash'] }, { required: ['magnet_uri'] }],
    },
    message_info: {
      type: 'object',
      required: ['message_id'],
      properties: { message_id: text(500), subject: { type: 'string', maxLength: 500 } },
    },
  },
  allOf: Object.entries(required).map(([type, members]) => ({
    if: { properties: { type: { const: type } } },
    // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema
    then: { required: members },
  })),
} as const;
