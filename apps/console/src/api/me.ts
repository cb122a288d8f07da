import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from './client.js';
import { queries, sessionEnded } from './queries.js';

export type Me = Schemas['MeView'];
export type OrganizationKind = Me['organization']['kind'];
export type Scope = Me['scopes'][number];

/** Who is signed in; null for nobody. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async (): Promise<Me | null> => {
      const known = queries.getQueryData<Me | null>(['me']) ?? null;
      const { me } = await taken(api.GET('/v1/auth/session'));
      // whoever was here stays in the page, which asks them to sign in again over what they typed
      if (!me && known) sessionEnded();
      return me ?? known;
    },
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
