import { Button, Popover } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useSignedIn } from '../api/me.js';
import { askForKeyHelp } from './key-help.js';
import { signOut } from './sign-out.js';
import { words } from './words.js';

/** The person who is signed in, and the way out. */
export function PersonMenu() {
  const say = words.use();
  const me = useSignedIn();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  const leave = async () => {
    await signOut();
    void navigate('/sign-in');
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      content={
        <div className="person-menu">
          <p className="quiet">{me.member?.email}</p>
          <Link to="/security" onClick={close}>
            {say('account')}
          </Link>
          <Button
            type="text"
            onClick={() => {
              close();
              askForKeyHelp();
            }}
          >
            {say('keys')}
          </Button>
          <Button type="text" onClick={() => void leave()}>
            {say('signOut')}
          </Button>
        </div>
      }
    >
      <Button type="text" className="shell-person">
        {me.member?.name}
      </Button>
    </Popover>
  );
}
