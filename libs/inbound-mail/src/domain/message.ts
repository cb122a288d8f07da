/** A file that came with a message, as the tray tells of it. */
export interface AttachmentNote {
  name: string;
  /** As the sender says: never believed, only shown. */
  mediaType: string;
  size: number;
}

export interface Attachment extends AttachmentNote {
  content: Buffer;
}

/** What of a message matters here. Every text is one that the database takes, and of bounded length. */
export interface Message {
  /** The address of `From`, in small letters; null where there is none, or more than one. */
  sender: string | null;
  /** Whom it was sent to, by the header of the message and by what the mail server noted at delivery. */
  recipients: string[];
  subject: string;
  messageId: string | null;
  /** Plain text; made of the HTML where that is all there is. */
  text: string;
  attachments: Attachment[];
  /** In small letters, without parameters. */
  mediaType: string;
  /** `report-type` of a multipart/report (RFC 6522). */
  reportType: string | null;
  /** RFC 3834. */
  autoSubmitted: string | null;
  precedence: string | null;
  /** The mail server noted an empty return path: it wants no answer (RFC 5321 section 4.5.5). */
  hasNoReturn: boolean;
}

/** More is not looked into: the operator reads it as it is. */
export const mostBytes = 10 * 1024 * 1024;
