/**
 * XARF v4 (https://xarf.org), reports of the category `copyright`: those members that are read or written here. A report
 * may carry more; what is more is kept with the message and not interpreted.
 */
export interface XarfReport {
  xarf_version: string;
  /** A UUID. */
  report_id: string;
  /** When it happened, or was seen. */
  timestamp: string;
  reporter: XarfContact;
  sender: XarfContact;
  /** Address or host of the source. */
  source_identifier: string;
  category: 'copyright';
  type: XarfType;
  evidence_source?: string;
  evidence?: XarfEvidence[];
  tags?: string[];
  description?: string;
  infringing_url?: string;
  work_title?: string;
  rights_holder?: string;
  work_category?: string;
  original_url?: string;
  hosting_service?: string;
  platform_name?: string;
  site_name?: string;
  uploader_info?: { username?: string; user_id?: string };
  link_info?: { uploader?: string; page_title?: string };
  linked_content?: Array<{ target_url: string; link_type: string }>;
  swarm_info?: { info_hash?: string; magnet_uri?: string; torrent_name?: string };
  message_info?: { message_id?: string; subject?: string };
}

export const xarfTypes = ['copyright', 'cyberlocker', 'link_site', 'p2p', 'ugc_platform', 'usenet'] as const;
export type XarfType = (typeof xarfTypes)[number];

interface XarfContact {
  org: string;
  contact: string;
  domain: string;
}

export interface XarfEvidence {
  content_type: string;
  description?: string;
  /** Base64. */
  payload: string;
  hash?: string;
  size?: number;
}
