import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect } from 'react';
import { api, taken } from '../api/client.js';
import type { Me } from '../api/me.js';
import { queries } from '../api/queries.js';
import { ProblemNote } from '../parts/problem-note.js';
import { firstRunWords } from './first-run-words.js';
import { useToast } from './toast.js';

/** The address is not confirmed: nothing can be filed. Whoever comes back from the letter finds the page knowing. */
export function ConfirmEmail({ me }: { me: Me }) {
  const say = firstRunWords.use();
  const toast = useToast();
  const resend = useMutation({
    mutationFn: () => taken(api.POST('/v1/auth/confirmation/resend')),
    onSuccess: () => void toast.success(say('resent')),
  });
  useEffect(() => {
    const readAgain = () => {
      if (document.visibilityState === 'visible') void queries.invalidateQueries({ queryKey: ['me'] });
    };
    document.addEventListener('visibilitychange', readAgain);
    window.addEventListener('focus', readAgain);
    return () => {
      document.removeEventListener('visibilitychange', readAgain);
      window.removeEventListener('focus', readAgain);
    };
  }, []);
  return (
    <>
      <Alert
        className="confirm-email"
        type="warning"
        showIcon
        title={say('unconfirmed', { email: me.member?.email ?? '' })}
        description={
          <>
            {say('unconfirmedNote')}{' '}
            <span className="confirm-email-acts">
              <Button size="small" loading={resend.isPending} onClick={() => resend.mutate()}>
                {say('resend')}
              </Button>
              {me.isSandbox && (
                <Button size="small" type="link" href="/mail" target="_blank" rel="noopener">
                  {say('captured')}
                </Button>
              )}
            </span>
          </>
        }
      />
      {resend.error && <ProblemNote failure={resend.error} />}
    </>
  );
}
