import { StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { words } from './part-words.js';
import './saved-views.css';

interface View {
  name: string;
  /** The query of the address, with its question mark. */
  search: string;
}

const most = 30;
const placeOf = (storageKey: string) => `tongshan.views.${storageKey}`;

function kept(storageKey: string): View[] {
  try {
    const views = JSON.parse(localStorage.getItem(placeOf(storageKey)) ?? '[]') as unknown;
    return Array.isArray(views) ? (views as View[]).filter(({ name, search }) => !!name && search.startsWith('?')) : [];
  } catch {
    return [];
  }
}

/** A saved view is a named address of this list: its filters, kept by this browser. */
export function SavedViews({ storageKey }: { storageKey: string }) {
  const say = words.use();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const [views, setViews] = useState(() => kept(storageKey));
  const [name, setName] = useState('');
  const [isOpen, setOpen] = useState(false);
  const keep = (changed: View[]) => {
    setViews(changed);
    localStorage.setItem(placeOf(storageKey), JSON.stringify(changed));
  };
  const save = () => {
    const view = { name: name.trim(), search };
    if (!view.name || !search) return;
    keep([...views.filter((other) => other.name !== view.name), view].slice(-most));
    setName('');
  };
  const content = (
    <div className="saved-views">
      {views.length === 0 && <p className="quiet">{say('views.none')}</p>}
      {views.map((view) => (
        <div key={view.name} className="saved-view">
          <Button
            type={view.search === search ? 'primary' : 'text'}
            onClick={() => {
              void navigate(pathname + view.search);
              setOpen(false);
            }}
          >
            {view.name}
          </Button>
          <Button
            type="text"
            size="small"
            aria-label={say('views.forget', { name: view.name })}
            onClick={() => keep(views.filter((other) => other !== view))}
          >
            ×
          </Button>
        </div>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Input
          value={name}
          maxLength={40}
          aria-label={say('views.name')}
          placeholder={say(search ? 'views.name' : 'views.noFilter')}
          disabled={!search}
          onChange={({ target }) => setName(target.value)}
        />
        <Button htmlType="submit" disabled={!search || !name.trim()}>
          {say('views.save')}
        </Button>
      </form>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={setOpen} content={content}>
      <Button icon={<StarOutlined />} aria-label={say('views.title')} title={say('views.title')} />
    </Popover>
  );
}
