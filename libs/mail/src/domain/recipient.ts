/**
 * One address and nothing else: no list, no name, no comment, no line break, nothing that a mail program or server could
 * read as a second recipient or an option. Stricter than the standard, which allows what nobody has.
 */
export function isPlainRecipient(text: string): boolean {
  return (
    text.length <= 254 &&
    /^[^\s\p{Cc}<>()[\]\\,;:"@-][^\s\p{Cc}<>()[\]\\,;:"@]{0,63}@[^\s\p{Cc}<>()[\]\\,;:"@]+$/u.test(text)
  );
}
