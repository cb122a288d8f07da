import { Form, Input } from 'antd';
import { api, type Schemas, taken } from '../../api/client.js';
import { ActDialog } from '../../parts/act-dialog.js';
import { EvidenceFields, evidenceFilled } from '../../parts/evidence-fields.js';
import { useToast } from '../../shell/toast.js';
import { ifMatch } from '../notices/acts/if-match.js';
import { StatementFields, statementsFilled } from '../notices/acts/statement-fields.js';
import { words as noticeWords } from '../notices/words.js';
import { Deficiencies } from './deficiencies.js';
import { type ReadComplaint, readComplaintAgain } from './use-complaint.js';
import { words } from './words.js';

type Body = Schemas['SupplementComplaintRequest'];

/** By which part of a complaint a missing element is mended. */
const ofParties = ['name', 'contact', 'address', 'email'];
const ofStatements = ['truthfulness', 'good_faith', 'perjury', 'signature'];

/** 补正: the parts that are missing, filled in with what was filed; each takes the place of the one filed. */
export function SupplementDialog({ read: { complaint, tag }, close }: { read: ReadComplaint; close: () => void }) {
  const say = words.use();
  const toast = useToast();
  const missing = complaint.deficiencies.map(({ element }) => element);
  const asks = {
    parties: missing.some((element) => ofParties.includes(element)),
    statements: missing.some((element) => ofStatements.includes(element)),
    works: missing.includes('work'),
  };
  const filed = complaint as unknown as Required<Body>;
  return (
    <ActDialog<Body, Schemas['FilingView']>
      title={say('supplement.title', { number: complaint.number })}
      meaning={say('supplement.meaning')}
      submit={say('supplement.submit')}
      initial={filedParts(filed, asks)}
      act={(body, headers) =>
        taken(
          api.POST('/v1/complaints/{id}/supplements', {
            params: { path: { id: complaint.id } },
            headers: { ...headers, ...ifMatch(tag) },
            body: bodyOf(filed, body),
          }),
        )
      }
      done={({ deficiencies }) => {
        readComplaintAgain(complaint.id);
        void (deficiencies.length === 0
          ? toast.success(say('supplement.done'))
          : toast.warning(say('supplement.still', { count: deficiencies.length })));
      }}
      close={close}
    >
      <Deficiencies complaint={complaint} isShort />
      {missing.includes('location') && <p>{say('supplement.location')}</p>}
      {asks.parties && <PartyFields part="complainant" title={say('supplement.party')} />}
      {asks.parties && complaint.onBehalfOf && <PartyFields part="onBehalfOf" title={say('supplement.principal')} />}
      {asks.works &&
        complaint.works.map((work, place) => (
          <Form.Item key={String(work['ref'])} name={['works', place, 'title']} label={say('supplement.work')}>
            <Input maxLength={500} />
          </Form.Item>
        ))}
      {asks.statements && <StatementFields />}
      <EvidenceFields />
    </ActDialog>
  );
}

function PartyFields({ part, title }: { part: 'complainant' | 'onBehalfOf'; title: string }) {
  const say = noticeWords.use();
  const sayName = words.use();
  return (
    <fieldset className="evidence-field">
      <legend>{title}</legend>
      <Form.Item name={[part, 'name']} label={sayName('supplement.name')}>
        <Input maxLength={200} />
      </Form.Item>
      {(['contact', 'phone', 'email', 'address'] as const).map((field) => (
        <Form.Item key={field} name={[part, field]} label={say(`party.${field}`)}>
          <Input maxLength={200} />
        </Form.Item>
      ))}
    </fieldset>
  );
}

function filedParts(filed: Required<Body>, asks: Record<'parties' | 'statements' | 'works', boolean>): Partial<Body> {
  return {
    ...(asks.parties && { complainant: filed.complainant }),
    ...(asks.parties && filed.onBehalfOf && { onBehalfOf: filed.onBehalfOf }),
    ...(asks.statements && { statements: filed.statements }),
    ...(asks.works && { works: filed.works }),
    evidence: [],
  };
}

/** A part that was shown is sent whole: what the form does not ask about stays as it was filed. */
function bodyOf(filed: Required<Body>, { complainant, onBehalfOf, statements, works, evidence }: Body): Body {
  const added = evidenceFilled(evidence);
  return {
    ...(complainant && { complainant: withoutEmpty({ ...filed.complainant, ...complainant }) }),
    ...(onBehalfOf && { onBehalfOf: withoutEmpty({ ...filed.onBehalfOf, ...onBehalfOf }) }),
    ...(works && { works: filed.works.map((work, place) => ({ ...work, ...works[place] })) }),
    ...(statements && statementsFilled({ ...filed.statements, ...statements })),
    ...(added && { evidence: added }),
  };
}

function withoutEmpty<T extends object>(party: T): T {
  return Object.fromEntries(Object.entries(party).filter(([, value]) => value !== '' && value !== null)) as T;
}
