import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, taken } from '../../api/client.js';
import { queries } from '../../api/queries.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { useToast } from '../../shell/toast.js';
import type { MailService } from './outgoing-page.js';
import { words } from './words.js';

/** Sends it again, or gives the platform the address that it should have gone to. */
export function ServiceActs({ service }: { service: MailService }) {
  const say = words.use();
  const [open, setOpen] = useState<'reissue' | 'correct' | null>(null);
  const { noticeNumber, platform } = service;
  const close = () => setOpen(null);
  return (
    <>
      <Button
        size="small"
        aria-label={say('reissueNamed', { number: noticeNumber })}
        onClick={() => setOpen('reissue')}
      >
        {say('reissue')}
      </Button>
      <Button
        size="small"
        type="link"
        aria-label={say('correctNamed', { platform: platform.name })}
        onClick={() => setOpen('correct')}
      >
        {say('correct')}
      </Button>
      {open === 'reissue' && <Reissue service={service} close={close} />}
      {open === 'correct' && <Correct service={service} close={close} />}
    </>
  );
}

const refresh = () => void queries.invalidateQueries({ queryKey: ['mail-services'] });

function Reissue({ service, close }: { service: MailService; close: () => void }) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog
      title={say('reissueNamed', { number: service.noticeNumber })}
      meaning={say(service.isNoticeServed ? 'reissueServed' : 'reissueWaiting')}
      submit={say('reissue')}
      act={(_input: object, headers) =>
        taken(api.POST('/v1/mail/services/{id}/reissue', { params: { path: { id: service.id } }, headers }))
      }
      done={({ addressOnFile }) => {
        void toast.success(say('reissued', { address: addressOnFile ?? service.address }));
        refresh();
      }}
      close={close}
    />
  );
}

function Correct({
  service: { platform, address, addressOnFile },
  close,
}: {
  service: MailService;
  close: () => void;
}) {
  const say = words.use();
  const toast = useToast();
  return (
    <ActDialog
      title={say('correctNamed', { platform: platform.name })}
      meaning={say('correctMeaning')}
      submit={say('correct')}
      initial={{ contactEmail: addressOnFile ?? address }}
      act={(body: { contactEmail: string }, headers) =>
        taken(api.PATCH('/v1/platforms/{id}', { params: { path: { id: platform.id } }, body, headers }))
      }
      done={() => {
        void toast.success(say('corrected'));
        refresh();
      }}
      close={close}
    >
      <Form.Item name="contactEmail" label={say('contactEmail')} rules={[{ required: true }]}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
    </ActDialog>
  );
}
