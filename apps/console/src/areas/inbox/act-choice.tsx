import { Select } from 'antd';
import { useLabel } from '../../api/vocabulary.js';
import { useKey } from '../../shell/keys.js';
import type { Notice } from '../notices/notice-document.js';
import type { Draft, QuickAct } from './quick-acts.js';
import { useRegime } from './regimes.js';
import { useTemplates } from './templates-query.js';
import { words } from './words.js';

type Part = Partial<Omit<Draft, 'act' | 'itemIds'>>;

const methods = ['message', 'email', 'publication'] as const;

/** What one act lets one choose: a measure, a reason, what is missing; each by its digit. */
export function useChoices(
  act: QuickAct,
  notice: Notice,
  draft: Omit<Draft, 'act' | 'itemIds'>,
  change: (part: Part) => void,
) {
  const say = words.use();
  const label = useLabel();
  const regime = useRegime(notice.regime);
  const templates = useTemplates();
  const kind = act === 'take_down' ? 'dispositions' : act === 'refuse' ? 'refusalReasons' : null;
  const codes =
    kind === null
      ? act === 'supplement'
        ? (regime?.elements ?? []).map(({ element }) => element)
        : []
      : (regime?.[kind] ?? []).map(({ code }) => code).filter((code) => act !== 'refuse' || code !== 'duplicate');
  const outcome = act === 'take_down' ? (draft.outcome ?? codes[0]) : undefined;
  const reasonCode = act === 'refuse' ? draft.reasonCode : act === 'duplicate' ? 'duplicate' : undefined;
  const fitting = templates.filter((one) => one.reasonCode === reasonCode);
  const asked = draft.elements.map((code) => label('elements', code)).join('、');
  const proposed =
    act === 'supplement' ? (asked ? say('acts.askFor', { elements: asked }) : '') : (fitting[0]?.text ?? '');
  const note = draft.note === '' ? proposed : draft.note;
  const canForward = act === 'take_down' && notice.allowedActions.includes('forward');
  const pick = (code: string) => {
    if (act === 'take_down') change({ outcome: code });
    else if (act === 'refuse') change({ reasonCode: code, note: '' });
    else
      change({
        elements: draft.elements.includes(code)
          ? draft.elements.filter((one) => one !== code)
          : [...draft.elements, code],
        note: '',
      });
  };
  const part = act === 'take_down' ? 'dispositions' : act === 'refuse' ? 'refusalReasons' : 'elements';
  const isOn = (code: string) =>
    act === 'take_down' ? code === outcome : act === 'refuse' ? code === reasonCode : draft.elements.includes(code);
  return {
    act,
    label: outcome ? label('dispositions', outcome) : act === 'refuse' ? label('refusalReasons', reasonCode) : '',
    options: codes.map((code) => ({ code, label: label(part, code), isOn: isOn(code) })),
    pick,
    templates: fitting,
    insert: (text: string) => change({ note: text }),
    forwarding: canForward ? draft.forwarding : undefined,
    canForward,
    forwardBy: (method: Draft['forwarding']) => change({ forwarding: method }),
    hasNote: act !== 'acknowledge',
    note,
    chosen: { outcome, reasonCode, note, forwarding: canForward ? draft.forwarding : undefined },
  };
}

type Choices = ReturnType<typeof useChoices>;

export function ActChoice({ choices }: { choices: Choices }) {
  const say = words.use();
  const label = useLabel();
  const { act, options, pick, templates, canForward, forwarding, forwardBy } = choices;
  return (
    <>
      {options.length > 0 && (
        <div className="inbox-choice" role="group" aria-label={say(`acts.choose.${act as 'refuse'}`)}>
          {options.map(({ code, label: word, isOn }, at) => (
            <Choice key={code} word={word} isOn={isOn} digit={at + 1} pick={() => pick(code)} />
          ))}
        </div>
      )}
      {templates.length > 1 && (
        <Select
          size="small"
          className="inbox-template"
          placeholder={say('acts.template')}
          aria-label={say('acts.template')}
          options={templates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id: string) => choices.insert(templates.find((one) => one.id === id)!.text)}
        />
      )}
      {canForward && (
        <div className="inbox-choice" role="group" aria-label={say('acts.forwarding')}>
          <span className="quiet">{say('acts.forwarding')}</span>
          {methods.map((method) => (
            <button
              key={method}
              type="button"
              aria-pressed={forwarding === method}
              onClick={() => forwardBy(forwarding === method ? undefined : method)}
            >
              {label('forwardingMethods', method)}
            </button>
          ))}
          <ForwardKey next={() => forwardBy(methods[(forwarding ? methods.indexOf(forwarding) : -1) + 1])} />
        </div>
      )}
    </>
  );
}

/** F goes round: by message, by e-mail, by publication, not yet. */
function ForwardKey({ next }: { next: () => void }) {
  const say = words.use();
  useKey('f', say('acts.forwarding'), next);
  return <kbd>F</kbd>;
}

function Choice({ word, isOn, digit, pick }: { word: string; isOn: boolean; digit: number; pick: () => void }) {
  useKey(String(digit), word, pick, { isEnabled: digit <= 9 });
  return (
    <button type="button" aria-pressed={isOn} onClick={pick}>
      {digit <= 9 && <kbd>{digit}</kbd>} {word}
    </button>
  );
}
