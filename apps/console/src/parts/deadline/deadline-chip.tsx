import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  ExclamationCircleOutlined,
  HourglassOutlined,
  PauseCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import { Tooltip } from 'antd';
import type { ComponentType } from 'react';
import { useLabel } from '../../api/vocabulary.js';
import { dayAndTime } from '../../words/dates.js';
import { duration } from '../../words/durations.js';
import { currentLanguage } from '../../words/language.js';
import './deadline-chip.css';
import { type Clock, secondsLeft, type Tone, toneOf } from './deadline-tone.js';
import { SkippedDays } from './skipped-days.js';
import { useDomainNow } from './use-domain-now.js';
import { words } from './words.js';

const icons: Record<Tone, ComponentType> = {
  normal: ClockCircleOutlined,
  due_soon: HourglassOutlined,
  overdue: ExclamationCircleOutlined,
  paused: PauseCircleOutlined,
  met: CheckCircleOutlined,
  late: CloseCircleOutlined,
  cancelled: StopOutlined,
};

/**
 * One clock of the law, the same everywhere: how it stands (icon and word, never colour alone), what remains, when it
 * is due, and on what ground. `compact` for rows of a list: the rest is in the tip.
 */
export function DeadlineChip({ clock, compact = false }: { clock: Clock; compact?: boolean }) {
  const say = words.use();
  const label = useLabel();
  const now = useDomainNow();
  const tone = toneOf(clock, now);
  const Icon = icons[tone];
  const { source } = clock;
  const law = source && `${(currentLanguage() === 'en' && source.lawEn) || source.law} ${source.article}`;
  const absolute = clock.stoppedAt
    ? say('stopped', { at: dayAndTime(clock.stoppedAt) })
    : say('due', { at: dayAndTime(clock.dueAt) });
  const facts = [label('rules', clock.rule), absolute, law].filter(Boolean);
  const chip = (
    <span className={`deadline-chip is-${tone} ${compact ? 'is-compact' : ''}`} tabIndex={compact ? undefined : 0}>
      <Icon />
      <span>
        {say(tone)}
        <Remaining clock={clock} tone={tone} now={now} />
        {!compact && <span className="deadline-facts">{facts.slice(1).join(' · ')}</span>}
      </span>
    </span>
  );
  return <Tooltip title={<SkippedDays clock={clock} facts={facts} />}>{chip}</Tooltip>;
}

function Remaining({ clock, tone, now }: { clock: Clock; tone: Tone; now: number }) {
  const say = words.use();
  const time = duration(secondsLeft(clock, now));
  if (tone === 'normal' || tone === 'due_soon') return <> · {say('left', { time })}</>;
  if (tone === 'overdue') return <> · {say('over', { time })}</>;
  if (tone === 'paused') return <> · {say('pausedLeft', { time })}</>;
  return null;
}
