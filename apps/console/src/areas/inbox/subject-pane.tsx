import { ArrowLeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { Reading } from '../../parts/reading.js';
import { NoticeClocks } from '../notices/notice-clocks.js';
import { NoticeItems } from '../notices/notice-items.js';
import { NoticeSubject } from '../notices/notice-subject.js';
import type { Armed } from './armed.js';
import { ClaimLine } from './claim-line.js';
import { Dock } from './dock.js';
import { type Notice, useReadNotice } from './notice-query.js';
import { usePresence } from './use-presence.js';
import { words } from './words.js';

/** The notice that is open, with everything that can be done about it below. */
export function SubjectPane({
  id,
  armed,
  arm,
  close,
  toSide,
  next,
  tell,
}: {
  id: string;
  armed: Armed;
  arm: (armed: Armed) => void;
  close: () => void;
  toSide: () => void;
  next: () => void;
  /** The notice as it was just read, for its row. */
  tell: (notice: Notice) => void;
}) {
  const say = words.use();
  const read = useReadNotice(id);
  usePresence(id);
  const notice = read.data?.notice;
  useEffect(() => {
    if (notice) tell(notice);
  }, [notice, tell]);
  return (
    <>
      <div className="inbox-narrow-bar only-narrow">
        <Button type="text" icon={<ArrowLeftOutlined />} onClick={close}>
          {say('back')}
        </Button>
        <Button type="text" onClick={toSide}>
          {say('toSide')} <RightOutlined />
        </Button>
      </div>
      <div className="inbox-subject" tabIndex={-1} id="inbox-subject">
        <Reading of={read} rows={10}>
          {(data) => (
            <>
              <ClaimLine notice={data.notice} />
              <NoticeClocks notice={data.notice} />
              <NoticeSubject notice={data.notice} />
              <NoticeItems notice={data.notice} />
            </>
          )}
        </Reading>
      </div>
      {read.data && <Dock read={read.data} armed={armed} arm={arm} next={next} />}
    </>
  );
}
