import { Modal } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useKey } from './keys.js';
import { words } from './words.js';

const KeyList = lazy(() => import('./key-list.js').then((file) => ({ default: file.KeyList })));

let show: () => void = () => {};

export function askForKeyHelp(): void {
  show();
}

/** What the keys do here (?), and the switch that turns them off. */
export function KeyHelp() {
  const say = words.use();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    show = () => setOpen(true);
  }, []);
  useKey('shift+slash', say('help'), () => setOpen(true));
  return (
    <Modal open={isOpen} onCancel={() => setOpen(false)} footer={null} title={say('keys')} destroyOnHidden>
      <Suspense>
        <KeyList />
      </Suspense>
    </Modal>
  );
}
