import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { currentLanguage } from '../../words/language.js';
import type { ReceiverCheck } from './check-report.js';
import { words } from './words.js';

/** One thing that a receiver has to get right: what it answered, and, where that was wrong, why it matters and how to mend it. */
export function CheckedPart({ check: { name, passed, expected, got, advice } }: { check: ReceiverCheck }) {
  const say = words.use();
  const Sign = passed ? CheckCircleOutlined : CloseCircleOutlined;
  return (
    <details className="checked-part" open={!passed}>
      <summary>
        <Sign className={passed ? 'checked-right' : 'checked-wrong'} aria-hidden />
        <span>{say(`check.names.${name}`)}</span> <code>{got}</code>
      </summary>
      {!passed && (
        <p className="quiet">
          {say('check.expected')} <code>{expected}</code>
        </p>
      )}
      <p>{advice[currentLanguage()]}</p>
    </details>
  );
}
