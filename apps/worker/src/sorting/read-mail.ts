import type { Authenticity, Message } from '#inbound-mail';

/** What is known of a message when it is sorted. */
export interface ReadMail {
  message: Message;
  authenticity: Authenticity;
}
