import { Modal, Spin } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useKey } from './keys.js';
import { words } from './words.js';

const Finder = lazy(() => import('./finder.js').then((file) => ({ default: file.Finder })));

let show: () => void = () => {};

export function openPalette(): void {
  show();
}

/** Ctrl/⌘ K: one field that takes whatever one has in hand: an address, a number, a request id, the name of a page. */
export function Palette() {
  const say = words.use();
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    show = () => setOpen(true);
  }, []);
  useKey('mod+k', say('palette'), () => setOpen(true), { inFields: true, always: true });
  useKey('slash', say('palette'), () => setOpen(true));
  return (
    <Modal
      open={isOpen}
      onCancel={() => setOpen(false)}
      footer={null}
      closable={false}
      title={say('palette')}
      destroyOnHidden
    >
      <Suspense fallback={<Spin />}>
        <Finder close={() => setOpen(false)} />
      </Suspense>
    </Modal>
  );
}
