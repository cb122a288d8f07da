import type { PipeTransform } from '@nestjs/common';
import { isUuid, Problem } from '#kernel';

/** An id in a path: what is no id at all is nobody's resource. */
export const UuidParam: PipeTransform<string, string> = {
  transform(value) {
    if (!isUuid(value)) throw new Problem('not_found');
    return value;
  },
};
