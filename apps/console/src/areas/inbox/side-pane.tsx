import { LeftOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { Reading } from '../../parts/reading.js';
import { NoticeClocks } from '../notices/notice-clocks.js';
import { NoticePapers } from '../notices/notice-papers.js';
import { NoticeTimeline } from '../notices/notice-timeline.js';
import { useNotice } from '../notices/use-notice.js';
import { Notes } from './notes.js';
import { words } from './words.js';

/** What happened, what proves it, and what colleagues say about it. */
export function SidePane({ id, toSubject }: { id: string; toSubject: () => void }) {
  const say = words.use();
  const read = useNotice(id);
  return (
    <>
      <div className="inbox-narrow-bar only-narrow">
        <Button type="text" icon={<LeftOutlined />} onClick={toSubject}>
          {say('toSubject')}
        </Button>
      </div>
      <Tabs
        className="inbox-tabs"
        size="small"
        items={[
          {
            key: 'timeline',
            label: say('tabs.timeline'),
            children: (
              <>
                <Reading of={read}>{({ notice }) => <NoticeClocks notice={notice} />}</Reading>
                <NoticeTimeline noticeId={id} />
              </>
            ),
          },
          {
            key: 'papers',
            label: say('tabs.papers'),
            children: <Reading of={read}>{({ notice }) => <NoticePapers notice={notice} />}</Reading>,
          },
          { key: 'notes', label: say('tabs.notes'), children: <Notes id={id} /> },
        ]}
      />
    </>
  );
}
