import type { ParsedMail } from 'mailparser';

/** What a person with a mail program and a browser without script sees of the page behind a link. */
export interface MailPage {
  status: number;
  text: string;
  headers: Headers;
  /** The values of its buttons. */
  buttons: string[];
  /** Presses one, with what was typed beside it; follows to where it leads. */
  press(act: string, typed?: Record<string, string>): Promise<MailPage>;
}

/** The links of a letter lead to the public address of the installation; here that is a free port. */
export function linkIn(mail: ParsedMail, url: string): string {
  const found = /https?:\/\/[^\s/]+(\/mail\/notices\/[\w-]{43})/.exec(mail.text ?? '');
  if (!found) throw new Error(`no link in: ${mail.text}`);
  return url + found[1]!;
}

export async function openPage(link: string, init: RequestInit = {}): Promise<MailPage> {
  const response = await fetch(link, { headers: { 'accept-language': 'zh' }, ...init });
  const text = await response.text();
  const nonce = /name="nonce" value="([^"]*)"/.exec(text)?.[1] ?? '';
  return {
    status: response.status,
    text,
    headers: response.headers,
    buttons: [...text.matchAll(/<button name="act" value="([^"]*)"/g)].map((match) => match[1]!),
    press: (act, typed = {}) => postForm(link, { nonce, act, ...typed }),
  };
}

export function postForm(link: string, fields: Record<string, string>): Promise<MailPage> {
  return openPage(link, { method: 'POST', body: new URLSearchParams(fields) });
}
