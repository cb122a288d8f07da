/** A command that asks something which the scopes allow. */
export function curlOf(scopes: readonly string[], key: string): string {
  const path = scopes.includes('notices:read')
    ? '/v1/notices'
    : scopes.includes('complaints:read')
      ? '/v1/complaints'
      : '/v1/me';
  return `curl -H "Authorization: Bearer ${key}" ${window.location.origin}${path}`;
}
