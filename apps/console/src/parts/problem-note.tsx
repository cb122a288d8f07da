import { Alert, Button } from 'antd';
import { CopyText } from './copy-text.js';
import { ApiProblem, Unreachable } from '../api/problem.js';
import { words } from '../shell/words.js';

/** A failure as a person can use it: what happened, where, the request id, and a way to try again. */
export function ProblemNote({
  failure,
  again,
  ofAct = false,
}: {
  failure: unknown;
  again?: () => void;
  /** It was an act, not a reading: with no answer it is not known whether it took effect. */
  ofAct?: boolean;
}) {
  const say = words.use();
  const action = again && (
    <Button size="small" onClick={again}>
      {say('retry')}
    </Button>
  );
  if (failure instanceof Unreachable) {
    return (
      <Alert
        role="alert"
        type="warning"
        showIcon
        title={say('unreachable')}
        description={say(ofAct ? 'unreachableAct' : 'unreachableNote')}
        action={action}
      />
    );
  }
  if (!(failure instanceof ApiProblem)) {
    return (
      <Alert
        role="alert"
        type="error"
        showIcon
        title={say('unsureOfLoad')}
        description={String(failure)}
        action={action}
      />
    );
  }
  const { title, detail, errors = [], requestId } = failure.body;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={title}
      action={action}
      description={
        <>
          {detail && <div>{detail}</div>}
          {errors.slice(0, 8).map((error) => (
            <div key={error.pointer + error.code}>
              <code>{error.pointer}</code> {error.detail}
            </div>
          ))}
          {errors.length > 8 && <div>… +{errors.length - 8}</div>}
          {requestId && (
            <div className="quiet">
              {say('requestId', { id: requestId })} <CopyText text={requestId} />
            </div>
          )}
        </>
      }
    />
  );
}
