import { useCallback, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { queries } from '../../api/queries.js';
import { useKey } from '../../shell/keys.js';
import type { Armed } from './armed.js';
import { BulkBar } from './bulk-bar.js';
import './inbox.css';
import './inbox-dock.css';
import { ListHead } from './list-head.js';
import { ListPane } from './list-pane.js';
import type { Notice } from '../notices/notice-document.js';
import { noticeQuery } from '../notices/use-notice.js';
import { isSpokenFor } from './outbox.js';
import { OutboxStrip } from './outbox-strip.js';
import { SidePane } from './side-pane.js';
import { nextOpen } from './standing-list.js';
import { SubjectPane } from './subject-pane.js';
import { useInboxFilters } from './use-inbox-filters.js';
import { useStandingList } from './use-standing-list.js';
import { words } from './words.js';

/** Triage in three panes: list, subject, evidence and timeline; on a phone one at a time. */
export function InboxPage() {
  const say = words.use();
  const { id } = useParams();
  const [filters, change] = useInboxFilters();
  const [search] = useSearchParams();
  const inbox = useStandingList(filters);
  const { list, renew } = inbox;
  const [opened, setOpened] = useState(id);
  const [cursor, setCursor] = useState(id);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [armed, arm] = useState<Armed>(null);
  const [isSide, setSide] = useState(false);
  const open = useOpen(search.toString());

  if (id !== opened) {
    setOpened(id);
    arm(null);
    setSide(false);
    if (id) setCursor(id);
  }
  const upcoming = list ? nextOpen(list, id, isSpokenFor) : null;
  useEffect(() => {
    if (id && upcoming) void queries.prefetchQuery(noticeQuery(upcoming));
  }, [id, upcoming]);

  const choose = useCallback(
    (one: string) =>
      setChosen((now) => {
        const next = new Set(now);
        if (!next.delete(one)) next.add(one);
        return next;
      }),
    [],
  );
  const tell = useCallback((notice: Notice) => renew([notice]), [renew]);
  const next = () => open(list ? nextOpen(list, id, isSpokenFor) : null);
  const step = (by: number) => {
    const ids = list?.ids ?? [];
    const at = cursor === undefined ? -1 : ids.indexOf(cursor);
    const to = ids[Math.min(Math.max(at + by, 0), ids.length - 1)];
    if (to === undefined || to === cursor) return;
    setCursor(to);
    if (id) open(to);
    else void queries.prefetchQuery(noticeQuery(to));
    focusRow(to);
  };
  useKey('j', say('down'), () => step(1));
  useKey('k', say('up'), () => step(-1));
  useKey('enter', say('open'), () => (id ? focusSubject() : open(cursor ?? null)), {
    isEnabled: armed === null && isFocusFree(),
  });
  useKey('x', say('select'), () => cursor && choose(cursor), { isEnabled: armed === null });
  useKey('escape', say('back'), () => open(null), { isEnabled: armed === null && id !== undefined });

  return (
    <div className={`inbox ${id ? 'has-subject' : ''} ${isSide ? 'is-side' : ''}`}>
      <h1 className="inbox-title">{say('menu')}</h1>
      <section className="inbox-list" aria-label={say('list')}>
        <ListHead filters={filters} change={change} inbox={inbox} />
        <ListPane
          inbox={inbox}
          current={cursor}
          chosen={chosen}
          choose={choose}
          isFiltered={search.size > 0}
          clear={() => change(Object.fromEntries([...search.keys()].map((name) => [name, undefined])))}
        />
        {chosen.size > 0 && list && <BulkBar chosen={chosen} setChosen={setChosen} />}
      </section>
      <section className="inbox-middle" aria-label={say('subject')}>
        {id ? (
          <SubjectPane
            key={id}
            id={id}
            armed={armed}
            arm={arm}
            close={() => open(null)}
            toSide={() => setSide(true)}
            next={next}
            tell={tell}
          />
        ) : (
          <div className="inbox-choose">
            <p>{say('choose')}</p>
            <p className="quiet">{say('chooseNote')}</p>
          </div>
        )}
      </section>
      <section className="inbox-side" aria-label={say('side')}>
        {id && <SidePane key={id} id={id} toSubject={() => setSide(false)} />}
      </section>
      <OutboxStrip search={search.toString()} />
    </div>
  );
}

/** Opens a notice under the filters of the moment, or goes back to the list. */
function useOpen(search: string): (id: string | null) => void {
  const navigate = useNavigate();
  return useCallback((id) => void navigate({ pathname: id ? `/inbox/${id}` : '/inbox', search }), [navigate, search]);
}

/** The row has the focus as soon as it is drawn. */
function focusRow(id: string): void {
  window.requestAnimationFrame(() => document.getElementById(`row-${id}`)?.focus({ preventScroll: true }));
}

function focusSubject(): void {
  document.getElementById('inbox-subject')?.focus();
}

/** Enter on a button or link of its own is for that. */
function isFocusFree(): boolean {
  const { activeElement } = document;
  return !(activeElement instanceof HTMLElement && activeElement.matches('button, a:not(.inbox-row-link), summary'));
}
