import { Select } from 'antd';
import { api, taken } from '../../api/client.js';
import { useSignedIn } from '../../api/me.js';
import { queries } from '../../api/queries.js';
import { useKey } from '../../shell/keys.js';
import { useToast } from '../../shell/toast.js';
import { useUndo } from '../../shell/undo.js';
import { useColleagues } from './colleagues.js';
import type { Notice } from '../notices/notice-document.js';
import { words } from './words.js';

const nobody = 'none';

export function useAssignChoices(): Array<{ value: string; label: string }> {
  const say = words.use();
  const me = useSignedIn();
  const colleagues = useColleagues().filter(({ id }) => id !== me.member?.id);
  return [
    { value: 'me', label: say('assign.me') },
    ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
    { value: nobody, label: say('assign.nobody') },
  ];
}

/** Takes effect at once, and can be taken back for ten seconds. */
export function AssignPanel({ notice, disarm }: { notice: Notice; disarm: () => void }) {
  const say = words.use();
  const toast = useToast();
  const offerUndo = useUndo();
  const choices = useAssignChoices();
  const { id, number, assignee } = notice;
  useKey('escape', say('acts.cancel'), disarm, { inFields: true, always: true });
  const give = async (memberId: string) => {
    const body = memberId === nobody ? {} : { memberId };
    await taken(api.PUT('/v1/notices/{id}/assignee', { params: { path: { id } }, body }));
    await queries.invalidateQueries({ queryKey: ['notice', id] });
  };
  const choose = async (memberId: string) => {
    disarm();
    try {
      await give(memberId);
      const name = choices.find(({ value }) => value === memberId)!.label;
      offerUndo(say('assign.done', { number, name }), () => give(assignee?.id ?? nobody));
    } catch (failure) {
      void toast.error((failure as Error).message);
    }
  };
  return (
    <div className="inbox-armed">
      <h3>{say('assign.does')}</h3>
      <Select
        autoFocus
        defaultOpen
        showSearch={{ optionFilterProp: 'label' }}
        className="inbox-assign"
        aria-label={say('assign.does')}
        placeholder={say('assign.choose')}
        options={choices}
        onSelect={(value: string) => void choose(value)}
      />
    </div>
  );
}
