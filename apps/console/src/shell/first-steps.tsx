import { CheckCircleFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, taken } from '../api/client.js';
import { hasScope, type Me, useSignedIn } from '../api/me.js';
import { ConfirmEmail } from './confirm-email.js';
import { firstRunWords } from './first-run-words.js';
import './first-steps.css';

/** What stands above every page of somebody new, until the first complaint is filed. */
export function FirstSteps() {
  const me = useSignedIn();
  return (
    <>
      {me.member && !me.isEmailConfirmed && <ConfirmEmail me={me} />}
      {mayFile(me) && <Steps me={me} />}
    </>
  );
}

function mayFile(me: Me): boolean {
  const { kind } = me.organization;
  return (kind === 'rights_holder' || kind === 'agent') && hasScope(me, 'complaints:write');
}

function Steps({ me }: { me: Me }) {
  const say = firstRunWords.use();
  const filed = useQuery({
    queryKey: ['has-filed'],
    queryFn: async () => {
      const { data } = await taken(api.GET('/v1/complaints', { params: { query: { limit: 1 } } }));
      return data.length > 0;
    },
    staleTime: Infinity,
  });
  if (filed.data !== false) return null;
  const steps = [
    { name: say('confirm'), isDone: me.isEmailConfirmed },
    { name: say('profile'), isDone: isProfileFilled(me), to: '/organization' },
    { name: say('file'), isDone: false, to: '/file' },
  ];
  return (
    <nav className="first-steps" aria-label={say('steps')}>
      <ol>
        {steps.map(({ name, isDone, to }, place) => (
          <li key={name} className={isDone ? 'is-done' : undefined}>
            {isDone ? (
              <CheckCircleFilled role="img" aria-label={say('done')} />
            ) : (
              <b role="img" aria-label={`${place + 1} ${say('open')}`}>
                {place + 1}
              </b>
            )}
            {to ? <Link to={to}>{name}</Link> : <span>{name}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** Enough that a notice made with it lacks nothing about its sender. */
function isProfileFilled({ organization: { profile } }: Me): boolean {
  const { address, email, phone, mobile, idType, idNumber } = profile;
  return Boolean(address && (email || phone || mobile) && idType && idNumber);
}
