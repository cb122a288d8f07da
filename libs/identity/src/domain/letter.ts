/** A letter that a verb wants written. Who calls the verb hands it on in the same transaction. */
export type IdentityLetter = {
  organizationId: string;
  recipient: string;
  locale: Locale;
} & (
  | { template: 'already_registered'; data: { name: string } }
  | {
      template: 'confirm_email' | 'set_password';
      /** `token` opens once; it is nowhere in the clear but in the letter itself, until that has gone. */
      data: { name: string; token: string; expiresAt: string };
    }
);

export const locales = ['zh', 'en'] as const;
export type Locale = (typeof locales)[number];
