import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from './client.js';

export type Me = Schemas['MeView'];
export type OrganizationKind = Me['organization']['kind'];
export type Scope = Me['scopes'][number];

/** Who is signed in; null for nobody. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async (): Promise<Me | null> => (await taken(api.GET('/v1/auth/session'))).me,
    staleTime: Infinity,
  });
}

/** Within the shell somebody is always signed in. */
export function useSignedIn(): Me {
  const { data } = useMe();
  if (!data) throw new Error('only within the shell');
  return data;
}

export function hasScope(me: Me, scope: Scope): boolean {
  return me.scopes.includes(scope);
}
