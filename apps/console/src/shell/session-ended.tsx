import { Modal } from 'antd';
import { useSignedIn } from '../api/me.js';
import { queries } from '../api/queries.js';
import { SignInForm } from './sign-in-form.js';
import { words } from './words.js';

/** Asks to sign in again over the page, which stays as it was, with whatever was typed into it. */
export function SessionEnded({ isBack }: { isBack: () => void }) {
  const say = words.use();
  const before = useSignedIn();
  return (
    <Modal open closable={false} footer={null} title={say('sessionEnded')} keyboard={false} mask={{ closable: false }}>
      <p className="quiet">{say('sessionEndedNote')}</p>
      <SignInForm
        email={before.member?.email}
        signedIn={(me) => {
          if (me.member?.id !== before.member?.id) return window.location.assign('/');
          queries.setQueryData(['me'], me);
          void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
          isBack();
        }}
      />
    </Modal>
  );
}
