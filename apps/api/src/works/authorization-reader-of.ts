import type { Caller } from '#identity';
import type { AuthorizationReader } from '#works';

/** As what a caller reads authorizations: as the operator, who approves them, or as a party. */
export function authorizationReaderOf({ organizationKind, organizationId }: Caller): AuthorizationReader {
  return organizationKind === 'operator' ? { isOperator: true } : { isOperator: false, organizationId };
}
