import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link, Navigate, useSearchParams } from 'react-router';
import { api, taken } from '../../api/client.js';
import { useMe } from '../../api/me.js';
import { SignInForm } from '../../shell/sign-in-form.js';
import { DemoRoles } from './demo-roles.js';
import './sign-in.css';
import { ownPath, useEnter } from './use-enter.js';
import { words } from './words.js';

/** The door: by password, by single sign-on, or in the sandbox as one of its people by a click. */
export function SignInPage() {
  const say = words.use();
  const enter = useEnter();
  const [search] = useSearchParams();
  const { data: me } = useMe();
  const { data: methods } = useQuery({
    queryKey: ['sign-in-methods'],
    queryFn: () => taken(api.GET('/v1/auth/methods')),
    staleTime: Infinity,
  });
  const returnTo = ownPath(search.get('returnTo'));
  if (me) return <Navigate to={returnTo} replace />;
  const problem = search.get('problem');
  return (
    <div className="door">
      <section className="door-pitch">
        <h1>{say('pitch')}</h1>
        <p>{say('pitchNote')}</p>
        <nav aria-label={say('tools')} className="door-tools">
          <Link to="/tools/deadline">{say('deadline')}</Link>
          <Link to="/tools/where">{say('where')}</Link>
          <Link to="/tools/receipt">{say('receipt')}</Link>
          <Link to="/about">{say('about')}</Link>
          <a href="/docs">{say('docs')}</a>
        </nav>
      </section>
      <section className="panel door-form" aria-label={say('title')}>
        <h2>{say('title')}</h2>
        {problem && <Alert type="warning" showIcon title={say(ssoProblem(problem))} role="alert" />}
        {methods?.oidc && (
          <>
            <Button block href={`/v1/auth/oidc/start?returnTo=${encodeURIComponent(returnTo)}`}>
              {say('sso', { name: methods.oidc.name })}
            </Button>
            <p className="door-or">{say('or')}</p>
          </>
        )}
        <SignInForm signedIn={enter} />
        {methods?.registration && (
          <p className="door-register">
            <Link to="/register">{say('register')}</Link>
          </p>
        )}
      </section>
      {methods && methods.demo.length > 0 && (
        <DemoRoles people={methods.demo} password={methods.demoPassword} enter={enter} />
      )}
    </div>
  );
}

/** Why single sign-on did not let one in, as the server says it in the address. */
function ssoProblem(code: string) {
  if (code === 'no_member') return 'noMember';
  if (code === 'unverified_email') return 'unverifiedEmail';
  return code === 'sso_unavailable' ? 'ssoUnavailable' : 'ssoFailed';
}
