import { instant } from '#kernel';
import { bases, serviceTypes, workCategories } from '#law';
import { type WarningListDuty, warningListDutyCodes, type WarningListRow, type WarningListWorkRow } from '#works';
import { Shown } from '../http/shown.js';

export class BothLanguagesView {
  @Shown('text') zh: string;
  @Shown('text') en: string;
}

export class DutySourceView {
  @Shown('text') law: string;
  @Shown('text', { optional: true }) lawEn?: string;
  @Shown('text') article: string;
}

export class WarningListDutyView {
  @Shown(warningListDutyCodes) code: string;
  @Shown(serviceTypes, { list: true, description: 'Whom it binds.' }) serviceTypes: string[];
  @Shown(() => BothLanguagesView) detail: BothLanguagesView;
  @Shown(() => DutySourceView) source: DutySourceView;
  @Shown(bases) basis: string;
}

export class WarningListView {
  @Shown('uuid') id: string;
  @Shown('whole') year: number;
  @Shown('whole') batch: number;
  @Shown('text', { description: 'A day, Beijing time.' }) publishedOn: string;
  @Shown('text') title: string;
  @Shown('text') source: string;
  @Shown('whole') workCount: number;
  @Shown('instant') createdAt: string;
}

export class WarningListDetailView extends WarningListView {
  @Shown(() => WarningListDutyView, {
    list: true,
    description: 'To a platform: what its kind of service owes. To others: what each kind owes.',
  })
  duties: WarningListDutyView[];
}

export class WarningListPage {
  @Shown(() => WarningListView, { list: true }) data: WarningListView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export class WarningListWorkView {
  @Shown('whole') position: number;
  @Shown('text') title: string;
  @Shown(workCategories) category: string;
  @Shown('text', { nullable: true }) rightsHolder: string | null;
  @Shown('text', { list: true }) licensedPlatforms: string[];
  @Shown('text') windowFrom: string;
  @Shown('text') windowUntil: string;
}

export class WarningListWorkPage {
  @Shown(() => WarningListWorkView, { list: true }) data: WarningListWorkView[];
  @Shown('text', { nullable: true }) next: string | null;
}

export function warningListView({ createdAt, ...list }: WarningListRow): WarningListView {
  return { ...list, createdAt: instant(createdAt) };
}

export function warningListDetailView(list: WarningListRow, duties: readonly WarningListDuty[]): WarningListDetailView {
  const shown = duties.map((duty) => ({ ...duty, serviceTypes: [...duty.serviceTypes] }));
  return { ...warningListView(list), duties: shown };
}

export function warningListWorkView(work: WarningListWorkRow): WarningListWorkView {
  return { ...work, position: work.position + 1 };
}
