import { useLabel } from '../../api/vocabulary.js';
import { dayAndTime } from '../../words/dates.js';
import { type Preview, textsWithoutAddress } from './request-of.js';
import { words } from './words.js';

/** What filing leads to: which notices go to whom, which clocks start by which article, and what goes nowhere. */
export function Outlook({ preview }: { preview: Preview }) {
  const say = words.use();
  const label = useLabel();
  const { notices } = preview;
  return (
    <div className="filing-outlook">
      <ul>
        {sentences(preview).map(([key, count]) => (
          <li key={key}>{say(`will.${key}`, { count })}</li>
        ))}
      </ul>
      {notices.map(({ platform, regime, itemCount, state, clocks }) => (
        <section key={`${platform.id} ${regime}`}>
          <h3>
            {platform.name} <small>{say('items', { count: itemCount })}</small>
          </h3>
          {clocks.length > 0 ? (
            <ul>
              {clocks.map(({ rule, dueAt, source }) => (
                <li key={rule}>
                  {say('clock', { label: label('rules', rule), due: dayAndTime(dueAt) })}
                  <small>
                    《{source.law}》{source.article}
                  </small>
                </li>
              ))}
            </ul>
          ) : (
            <p className="quiet">{say(state === 'awaiting_service' ? 'noClock' : 'deficientMeaning')}</p>
          )}
        </section>
      ))}
    </div>
  );
}

type Sentence = keyof (typeof words.zh)['will'];

function sentences(preview: Preview): Array<[Sentence, number]> {
  const { targets, notices } = preview;
  const chatter = textsWithoutAddress(preview).size;
  const count = (...outcomes: string[]) => targets.filter((one) => outcomes.includes(one.outcomeIfFiled)).length;
  const all: Array<[Sentence, number]> = [
    ['served', notices.filter(({ state }) => state === 'served').length],
    ['awaiting', notices.filter(({ state }) => state === 'awaiting_service').length],
    [
      'waiting',
      new Set(targets.filter((one) => one.outcomeIfFiled === 'deficient').map((one) => one.platform?.id)).size,
    ],
    ['duplicate', count('duplicate', 'reported_again')],
    ['refused', count('refused_second_notice', 'no_respondent')],
    ['unrouted', count('unrouted')],
    ['unreadable', count('unreadable') - chatter],
    ['chatter', chatter],
  ];
  return all.filter(([, number]) => number > 0);
}
