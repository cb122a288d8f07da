import { SetMetadata } from '@nestjs/common';

export const countsAsKey = 'tongshan:counts-as';

/** What a request of a route costs: more than reading or writing a row, or nothing (what machines ask about the machine). */
export type CountsAs = 'heavy' | 'nothing';

/** Left out: reading or writing, by the method. */
export const Counts = (as: CountsAs) => SetMetadata(countsAsKey, as);
