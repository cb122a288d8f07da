import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useParams } from 'react-router';
import { api, type Schemas, takenWithTag } from '../../api/client.js';
import { useLabel } from '../../api/vocabulary.js';
import { Fact, Facts } from '../../parts/facts.js';
import { PageHead } from '../../parts/page-head.js';
import { Reading } from '../../parts/reading.js';
import { moment } from '../../words/dates.js';
import '../notices/notices.css';
import { AuthorizationActs } from './authorization-acts.js';
import { AuthorizationChain } from './authorization-chain.js';
import { authorizationColour } from './authorization-colour.js';
import { AuthorizationPapers } from './authorization-papers.js';
import { ScopeWords, Validity } from './authorizations-page.js';
import { words } from './words.js';

export interface ReadAuthorization {
  authorization: Schemas['AuthorizationDetailView'];
  tag: string | null;
}

export function useAuthorization(id: string) {
  return useQuery({
    queryKey: ['authorization', id],
    queryFn: async (): Promise<ReadAuthorization> => {
      const { data, tag } = await takenWithTag(api.GET('/v1/authorizations/{id}', { params: { path: { id } } }));
      return { authorization: data, tag };
    },
  });
}

/** One power of attorney: its scope, its papers, the chain above it, and what its owner or agent can do. */
export function AuthorizationPage() {
  const { id = '' } = useParams();
  const read = useAuthorization(id);
  return (
    <Reading of={read} rows={10} isPage>
      {(whole) => <AuthorizationWhole read={whole} />}
    </Reading>
  );
}

function AuthorizationWhole({ read }: { read: ReadAuthorization }) {
  const say = words.use();
  const label = useLabel();
  const { authorization } = read;
  const { owner, agent, state, reason, rights, works, territory, filedAt, subLicence } = authorization;
  return (
    <>
      <PageHead
        title={`${owner.name} → ${agent.name}`}
        note={
          <>
            <Tag color={authorizationColour(state)}>{label('authorizationStates', state)}</Tag>
            {moment(authorization.stateSince)}
          </>
        }
      >
        <AuthorizationActs read={read} />
      </PageHead>
      <div className="two-columns">
        <div>
          <section className="panel" aria-label={say('authorizations.scope')}>
            <h2>{say('authorizations.scope')}</h2>
            <Facts>
              <Fact name={say('authorizations.owner')}>{owner.name}</Fact>
              <Fact name={say('authorizations.agent')}>{agent.name}</Fact>
              <Fact name={say('authorizations.scope')}>
                <ScopeWords of={authorization} />
              </Fact>
              <Fact name={say('authorizations.works')}>
                {works.length > 0 && works.map(({ workId, title }) => <div key={workId}>《{title}》</div>)}
              </Fact>
              <Fact name={say('authorizations.rights')}>
                {rights.map((right) => label('grantedRights', right)).join('、')}
              </Fact>
              <Fact name={say('authorizations.territory')}>{territory.join('、')}</Fact>
              <Fact name={say('authorizations.valid')}>
                <Validity of={authorization} />
              </Fact>
              <Fact name={say('authorizations.subLicence')}>{subLicence && '✓'}</Fact>
              <Fact name={say('authorizations.filedAt')}>{moment(filedAt)}</Fact>
              <Fact name={say('authorizations.reason')}>{reason}</Fact>
            </Facts>
          </section>
        </div>
        <div>
          <AuthorizationPapers authorization={authorization} />
          <AuthorizationChain authorization={authorization} />
        </div>
      </div>
    </>
  );
}
