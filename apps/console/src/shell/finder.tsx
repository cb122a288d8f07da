import { useQuery } from '@tanstack/react-query';
import { Empty, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, taken } from '../api/client.js';
import { useSignedIn } from '../api/me.js';
import { menuOf, titleOf } from '../areas/area.js';
import { ProblemNote } from '../parts/problem-note.js';
import { pathOf } from './path-of.js';
import { useSettled } from './use-settled.js';
import { words } from './words.js';

interface Choice {
  key: string;
  path: string;
  title: string;
  why: string;
}

/** Asks the server for what is pasted, and the menu for what is typed; arrows and Enter choose. */
export function Finder({ close }: { close: () => void }) {
  const say = words.use();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [place, setPlace] = useState(0);
  const { choices, failure, isLooking } = useChoices(text);
  const go = (choice: Choice | undefined) => {
    if (!choice) return;
    close();
    void navigate(choice.path);
  };
  return (
    <div className="palette">
      <Input
        autoFocus
        value={text}
        placeholder={say('paletteHint')}
        aria-label={say('paletteHint')}
        maxLength={2000}
        onChange={({ target }) => {
          setText(target.value);
          setPlace(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setPlace(Math.min(place + 1, choices.length - 1));
          else if (event.key === 'ArrowUp') setPlace(Math.max(place - 1, 0));
          else if (event.key === 'Enter') go(choices[place]);
          else return;
          event.preventDefault();
        }}
      />
      {failure && <ProblemNote failure={failure} />}
      <ul aria-label={say('paletteFound')}>
        {choices.map((choice, index) => (
          <li key={choice.key}>
            <button type="button" className={index === place ? 'is-chosen' : ''} onClick={() => go(choice)}>
              <span>{choice.title}</span>
              <small>{choice.why}</small>
            </button>
          </li>
        ))}
      </ul>
      {choices.length === 0 && !isLooking && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={say('paletteNothing')} />
      )}
    </div>
  );
}

function useChoices(text: string) {
  const say = words.use();
  const me = useSignedIn();
  const q = useSettled(text.trim());
  const found = useQuery({
    queryKey: ['lookup', q],
    queryFn: () => taken(api.GET('/v1/lookup', { params: { query: { q } } })),
    enabled: q.length >= 3,
  });
  const pages = menuOf(me)
    .map((entry) => ({ key: entry.path, path: entry.path, title: titleOf(entry), why: say('palettePages') }))
    .filter(({ title, path }) => !q || title.toLowerCase().includes(q.toLowerCase()) || path.includes(q.toLowerCase()));
  const things = (found.data?.results ?? []).flatMap((result): Choice[] => {
    const path = pathOf(result.kind, result.id);
    return path ? [{ key: result.id, path, title: result.title, why: result.why }] : [];
  });
  return { choices: [...things, ...pages].slice(0, 20), failure: found.error, isLooking: found.isFetching };
}
