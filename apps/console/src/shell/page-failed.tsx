import { Button } from 'antd';
import { MessagePage } from './message-page.js';
import { words } from './words.js';

/** A page broke, or its file is gone because a new version was released. */
export function PageFailed() {
  const say = words.use();
  return (
    <MessagePage title={say('pageFailed')} note={say('pageFailedNote')}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {say('reload')}
      </Button>
    </MessagePage>
  );
}
