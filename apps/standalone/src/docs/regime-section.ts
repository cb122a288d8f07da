import { dispositionLabels, type Label, type Regime, proceedingKindLabels, rightLabels, rights } from '#law';
import { type Glossary, wordIn } from './glossary.js';
import { both, cite, code, table } from './markdown.js';

/** One regime: for whom, what it asks of both sides, and what follows when the user answers. */
export function regimeSection(regime: Regime, glossary: Glossary): string[] {
  const basis = wordIn(glossary, 'Grounds of a clock');
  const elements = (asked: Regime['requiredElements'] | Regime['counterElements'], heading: string) => {
    const word = wordIn(glossary, heading);
    return table(
      ['element', '要件', 'English', '出处 source', '依据 basis'],
      asked.map((rule) => {
        const { zh, en } = word(rule.element);
        return [code(rule.element), zh, en, cite(rule.source), `${basis(rule.basis).zh} ${code(rule.basis)}`];
      }),
    );
  };
  const cited = ({ source, basis: firmness }: Pick<Regime, 'source' | 'basis'>) =>
    `${cite(source)} · ${basis(firmness).zh} ${code(firmness)}`;
  return [
    `### ${code(regime.id)} ${both(regime.label)}`,
    table(
      ['', '中文', 'English', '出处 source'],
      [
        row({ zh: '范围', en: 'scope' }, scopeOf(regime, glossary), cited(regime.applicability)),
        row({ zh: '措施', en: 'measures' }, measuresOf(regime), cited(regime)),
        row({ zh: '补正', en: 'supplement' }, supplementOf(regime), ''),
        row({ zh: '反通知之后', en: 'after a counter-notice' }, afterCounter(regime), cited(regime)),
        row({ zh: '再次通知', en: 'second notice' }, regime.secondNotice.detail, cited(regime.secondNotice)),
        row({ zh: '公示', en: 'publication' }, publications[regime.publication.duty], cited(regime.publication)),
        row({ zh: '用户无法联系', en: 'user unreachable' }, unreachable(regime), cited(regime.onUnreachableUser)),
      ],
    ),
    '**通知要件 Elements of a notice**',
    elements(regime.requiredElements, 'Required elements'),
    '**反通知要件 Elements of a counter-notice**',
    elements(regime.counterElements, 'Counter-notice elements'),
  ];
}

function row(what: Label, { zh, en }: Label, source: string): string[] {
  return [`${what.zh} ${what.en}`, zh, en, source];
}

function scopeOf({ applicability }: Regime, glossary: Glossary): Label {
  const { covers, takesOver, catchesAll } = applicability;
  const zh = [covers.zh];
  const en = [covers.en];
  const ground = wordIn(glossary, 'Grounds');
  zh.push(`请求基础：${applicability.grounds.map((word) => ground(word).zh).join('、')}`);
  en.push(`grounds: ${applicability.grounds.map((word) => ground(word).en).join(', ')}`);
  const isAll = applicability.rights.length === rights.length;
  zh.push(`权利：${isAll ? '全部' : applicability.rights.map((word) => rightLabels[word].zh).join('、')}`);
  en.push(`rights: ${isAll ? 'all' : applicability.rights.map((word) => rightLabels[word].en).join(', ')}`);
  if (takesOver) {
    const [services, contents] = [takesOver.serviceTypes.map(code), takesOver.contentTypes.map(code)];
    zh.push(
      `平台设为 ${takesOver.from.map(code).join('、')} 的，${services.join('、')} 上的 ${contents.join('、')} 也适用`,
    );
    en.push(
      `also for ${contents.join(', ')} on ${services.join(', ')} of a platform set to ${takesOver.from.map(code).join(', ')}`,
    );
  }
  if (catchesAll) {
    zh.push(`平台设为 ${catchesAll.from.map(code).join('、')} 而其不包含所主张的权利的，也适用`);
    en.push(`also for a right that ${catchesAll.from.map(code).join(', ')} does not cover`);
  }
  return { zh: zh.join('；'), en: en.join('; ') };
}

function measuresOf({ sufficientDispositions: sufficient }: Regime): Label {
  return {
    zh: sufficient.map((word) => dispositionLabels[word].zh).join('、'),
    en: sufficient.map((word) => dispositionLabels[word].en).join(', '),
  };
}

function supplementOf({ allowsSupplement }: Regime): Label {
  return allowsSupplement
    ? { zh: '平台可以要求补正一次，期间处置时限暂停', en: 'the platform may ask once; the takedown clock pauses' }
    : { zh: '无', en: 'none' };
}

const publications: Readonly<Record<Regime['publication']['duty'], Label>> = {
  outcome: { zh: '及时公示通知、声明及处理结果', en: 'notices, statements and results are made public' },
  reasons: { zh: '公开处理决定的理由', en: 'statements of reasons are made public' },
  none: { zh: '无', en: 'none' },
};

function unreachable({ onUnreachableUser }: Regime): Label {
  return onUnreachableUser.publish
    ? { zh: '公告通知内容', en: 'the notice is published' }
    : { zh: '无', en: 'nothing' };
}

function afterCounter(regime: Regime): Label {
  const zh: string[] = [];
  const en: string[] = [];
  const say = (chinese: string, english: string) => {
    zh.push(chinese);
    en.push(english);
  };
  if (regime.restoresAtOnce) say('立即恢复，同时转送权利人', 'restored at once, and forwarded to the rights holder');
  if (regime.linksMayStay)
    say('断开的链接可以恢复，不起算恢复时限', 'a broken link may be restored: no clock runs for it');
  if (regime.platformDecidesCounter) say('由平台决定', 'the platform decides');
  if (regime.waitStartsOn === 'arrival')
    say('自转送的声明到达权利人起等待', 'a wait from the arrival of the forwarded statement at the rights holder');
  if (regime.waitStartsOn === 'receipt') say('自平台收到反通知起等待', 'a wait from receipt by the platform');
  if (regime.waitIsMandatory) say('等待期内不得恢复', 'not restored before it is over');
  if (regime.proceedingKinds.length > 0) {
    const kinds = regime.proceedingKinds.map((kind) => proceedingKindLabels[kind]);
    say(
      `收到权利人已${kinds.map((kind) => kind.zh).join('或者')}的通知，不再恢复`,
      `notice of a ${kinds.map((kind) => kind.en).join(' or a ')} stops it`,
    );
  }
  return { zh: zh.join('；'), en: en.join('; ') };
}
