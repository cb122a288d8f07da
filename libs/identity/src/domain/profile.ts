/** What an organization says of itself as a complainant; stands in where a complaint names none. All texts. */
export const profileFields = [
  'name',
  'idType',
  'idNumber',
  'legalRepresentative',
  'contact',
  'email',
  'phone',
  'mobile',
  'fax',
  'address',
  'postcode',
] as const;
export type Profile = Partial<Record<(typeof profileFields)[number], string>>;
