import { Link } from 'react-router';
import { MessagePage } from './message-page.js';
import { words } from './words.js';

export function NotFound() {
  const say = words.use();
  return (
    <MessagePage title={say('notFound')} note={say('notFoundNote')}>
      <Link to="/">{say('backHome')}</Link>
    </MessagePage>
  );
}
