import type { Tx } from '#database';
import { citation, durationLabel, type PartyDraft, regimeOf, type RegimeId } from '#law';
import { type ClockAhead, filedDocument } from '#notices';
import type { LetterData } from './domain/letter-data.js';
import { type LetterLocale } from './domain/locale.js';
import type { NewLetter } from './domain/new-letter.js';
import type { MintedLink } from './mail-links.js';
import type { PostedService } from './posted-service.js';

/** What the letter says of the notice that it serves. */
interface ServiceFacts {
  number: string;
  title: string;
  platformName: string;
  itemCount: number;
  regime: RegimeId;
  complainant: PartyDraft;
  onBehalfOf: PartyDraft | null;
  works: string[];
  /** The first of them, as addresses or as they were typed. */
  targets: string[];
}

/** As many as a letter still reads well with; the page has them all. */
const itemsNamed = 20;

export async function factsOfServiceLetters(tx: Tx, noticeIds: readonly string[]): Promise<Map<string, ServiceFacts>> {
  const rows = await tx.query<Array<ServiceFacts & { id: string }>>(
    `select n.id, n.number, n.title, p.name as "platformName", n.item_count as "itemCount", n.regime,
       d -> 'complainant' as complainant, nullif(d -> 'onBehalfOf', 'null') as "onBehalfOf",
       array(select w ->> 'title' from jsonb_array_elements(d -> 'works') w) as works,
       array(select coalesce(t.url, t.raw) from items i join lateral
               (select url, raw from targets where item_id = i.id order by id limit 1) t on true
             where i.notice_id = n.id order by i.ordinal limit $2) as targets
     from notices n join platforms p on p.id = n.platform_id join complaints c on c.id = n.complaint_id,
     lateral (select ${filedDocument} as d) d where n.id = any($1)`,
    [noticeIds, itemsNamed],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** In both languages, for nobody knows which one is read behind a published address. */
export function serviceLetter(
  { id, address }: PostedService,
  facts: ServiceFacts,
  clocks: readonly ClockAhead[],
  link: MintedLink,
): NewLetter {
  const data = (locale: LetterLocale) => dataOf(locale, facts, clocks, link);
  return {
    onceKey: `serve:${id}`,
    recipient: address,
    locale: 'both',
    template: 'notice_by_mail',
    data: { zh: data('zh'), en: data('en') },
  };
}

function dataOf(
  locale: LetterLocale,
  facts: ServiceFacts,
  clocks: readonly ClockAhead[],
  { url, expiresAt }: MintedLink,
): LetterData['notice_by_mail'] {
  const { complainant, onBehalfOf, works, targets } = facts;
  return {
    noticeNumber: facts.number,
    title: facts.title,
    platformName: facts.platformName,
    itemCount: facts.itemCount,
    url,
    complainant: complainant.name ?? '',
    onBehalfOf: onBehalfOf?.name ?? '',
    contact: [complainant.contact, complainant.email, complainant.phone ?? complainant.mobile, complainant.address]
      .filter(Boolean)
      .join(locale === 'zh' ? '，' : ', '),
    works,
    targets,
    law: citation(regimeOf(facts.regime).source)[locale],
    clocks: clocks.map(({ rule, length, unit }) => {
      const duration = durationLabel({ length, unit })[locale];
      const source = citation(rule.source)[locale];
      return locale === 'zh'
        ? `${rule.label.zh}：送达起 ${duration}（${source}）`
        : `${rule.label.en}: ${duration} from service (${source})`;
    }),
    expiresAt: expiresAt.toISOString(),
  };
}
