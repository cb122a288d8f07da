import type { Label } from '#law';

/** A word in both languages for every code of a list: one that is missing does not compile. */
export type Words<Code extends string> = Readonly<Record<Code, Label>>;
