import { useNavigate, useSearchParams } from 'react-router';
import { queries } from '../../api/queries.js';
import { SignInForm } from '../../shell/sign-in-form.js';

export function SignInPage() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (
    <SignInForm
      signedIn={(me) => {
        queries.setQueryData(['me'], me);
        void navigate(search.get('returnTo') ?? '/');
      }}
    />
  );
}
