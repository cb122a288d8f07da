import { Tabs } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import type { Preview } from './request-of.js';
import { words } from './words.js';

type Notice = Preview['notices'][number];

/** Each 通知书 as it will be served, a tab for each platform. */
export function NoticePreview({ preview }: { preview: Preview | undefined }) {
  const say = words.use();
  const label = useLabel();
  const notices = preview?.notices ?? [];
  return (
    <section className="panel filing-notice" aria-label={say('notice')}>
      <h2>{say('notice')}</h2>
      {notices.length === 0 ? (
        <p className="quiet">{say('noticeNothing')}</p>
      ) : (
        <Tabs
          size="small"
          items={notices.map((notice) => ({
            key: `${notice.platform.id}-${notice.regime.replaceAll('.', '-')}`,
            label: (
              <span className="filing-tab" title={notice.platform.name}>
                {notice.platform.name} <small>{notice.itemCount}</small>
              </span>
            ),
            children: <Paper notice={notice} law={label('regimes', notice.regime)} />,
          }))}
        />
      )}
    </section>
  );
}

function Paper({ notice, law }: { notice: Notice; law: string }) {
  const say = words.use();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
    <article className="filing-paper" aria-label={say('noticeOf', { name: notice.platform.name })} tabIndex={0}>
      <p className="quiet">{law}</p>
      {numbered(notice.form).map(({ key, title, isMandatory, rows }) => (
        <section key={key}>
          {title && (
            <h3>
              {title}
              {isMandatory && <i> *</i>}
            </h3>
          )}
          <dl className={title ? undefined : 'filing-paper-head'}>
            {numbered(rows).map((row) => (
              <div key={row.key} className={row.isMandatory && !row.isGiven ? 'is-lacking' : undefined}>
                {row.label && (
                  <dt>
                    {row.label}
                    {row.isMandatory && <i> *</i>}
                  </dt>
                )}
                <dd>{row.values.join('\n')}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {notice.itemsLeftOut > 0 && <p className="quiet">{say('itemsLeftOut', { count: notice.itemsLeftOut })}</p>}
    </article>
  );
}

/** The places of a form are its identity: rows have no other, and may be alike. */
function numbered<T extends object>(rows: readonly T[]): Array<T & { key: string }> {
  return rows.map((row, place) => ({ ...row, key: String(place) }));
}
