import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { bases, clockUnits, type Label } from '#law';
import { Shown } from '../http/shown.js';
import { vocabulary } from './vocabulary.js';

export class LabelView implements Label {
  @Shown('text') zh: string;
  @Shown('text') en: string;
}

export class CitedSourceView {
  @Shown('text') law: string;
  @Shown('text', { optional: true }) lawEn?: string;
  @Shown('text') article: string;
}

/** One clock in force, in words. */
export class RuleView {
  @Shown('text') rule: string;
  @Shown('whole') version: number;
  @Shown('text', { nullable: true, description: 'The one law that it belongs to; null for several or for all.' })
  regime: string | null;
  @Shown('text') kind: string;
  @Shown(() => LabelView) label: LabelView;
  @Shown(() => LabelView) duration: LabelView;
  @Shown('whole') length: number;
  @Shown(clockUnits) unit: string;
  @Shown('flag', { description: 'A last day on a rest day moves to the next working day.' }) rolls: boolean;
  @Shown(['platform', 'complainant', 'regulator']) owedBy: string;
  @Shown(bases) basis: string;
  @Shown(() => CitedSourceView) source: CitedSourceView;
  @Shown('text', { description: 'Where its days end, unless the platform has a zone of its own.' }) zone: string;
  @Shown('text') startsOnCode: string;
  @Shown(() => LabelView, { description: 'The instant from which the law counts.' }) startsOn: LabelView;
  @Shown('text', { description: 'Date from which the law says so.' }) validFrom: string;
  @Shown('text', { nullable: true }) note: string | null;
}

export class RuleList {
  @Shown(() => RuleView, { list: true }) data: RuleView[];
}

export class CitedElementView {
  @Shown('text') element: string;
  @Shown(() => LabelView) label: LabelView;
  @Shown(() => CitedSourceView) source: CitedSourceView;
  @Shown(bases) basis: string;
}

export class LabelledCodeView {
  @Shown('text') code: string;
  @Shown(() => LabelView) label: LabelView;
}

/** One body of law in force: what it asks of both sides, and what it accepts. */
export class RegimeView {
  @Shown('text') id: string;
  @Shown('whole') version: number;
  @Shown('text') validFrom: string;
  @Shown(() => LabelView) name: LabelView;
  @Shown(() => LabelView, { description: 'Whom it binds, about what.' }) covers: LabelView;
  @Shown(() => CitedSourceView) law: CitedSourceView;
  @Shown(() => CitedElementView, { list: true }) elements: CitedElementView[];
  @Shown(() => CitedElementView, { list: true }) counterElements: CitedElementView[];
  @Shown(() => LabelledCodeView, { list: true, description: 'What discharges the duty to act.' })
  dispositions: LabelledCodeView[];
  @Shown(() => LabelledCodeView, { list: true, description: 'Why a platform may decline.' })
  refusalReasons: LabelledCodeView[];
  @Shown(() => LabelledCodeView, { list: true, description: 'Why a user may object.' })
  counterReasons: LabelledCodeView[];
  @Shown(() => LabelledCodeView, { list: true, description: 'What keeps an item down after a counter-notice.' })
  proceedingKinds: LabelledCodeView[];
  @Shown('flag') allowsSupplement: boolean;
  @Shown('flag') allowsSecondNotice: boolean;
  @Shown('flag') restoresAtOnce: boolean;
  @Shown('flag') waitIsMandatory: boolean;
}

export class RegimeList {
  @Shown(() => RegimeView, { list: true }) data: RegimeView[];
}

const wordsSchema = { type: 'object', additionalProperties: { $ref: getSchemaPath(LabelView) } } as const;

/** A class with a member for each list of the vocabulary, so that the document names them all. */
@ApiExtraModels(LabelView)
export class VocabularyView {
  [list: string]: Record<string, LabelView>;
}
for (const list of Object.keys(vocabulary)) ApiProperty(wordsSchema)(VocabularyView.prototype, list);
