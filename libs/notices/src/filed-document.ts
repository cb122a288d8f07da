import { authorizationApproved } from '#works';

/**
 * What a notice `n` of a complaint `c` was made with: the complaint's document as it was then, kept beside the notice
 * once the complaint was supplemented.
 */
export const filedDocument = 'coalesce(n.document, c.document)';

/** Whether the authorization under which an agent filed stands approved now; null where the holder files. */
export const isVerified = `case when jsonb_typeof(${filedDocument} -> 'onBehalfOf') = 'object' then
  coalesce(${authorizationApproved(`(${filedDocument} #>> '{onBehalfOf,authorizationId}')::uuid`)}, false) end`;
