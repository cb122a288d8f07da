import { applyDecorators, type Type } from '@nestjs/common';
import {
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  getSchemaPath,
  IntersectionType,
  OmitType,
  PartialType,
  PickType,
} from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, ValidateBy } from 'class-validator';
import { unique } from '#kernel';
import { Shown } from './shown.js';

/** `?include=items,deadlines`: parts of a resource by name, each of them once. */
export const Include = (parts: readonly string[], description: string) =>
  applyDecorators(
    ApiProperty({
      type: String,
      required: false,
      pattern: patternOf(parts),
      maxLength: parts.join().length,
      description,
    }),
    IsOptional(),
    Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value)),
    ValidateBy({
      name: 'isKnownPart',
      validator: {
        validate: (value: unknown) =>
          Array.isArray(value) && value.length <= parts.length && value.every((part) => parts.includes(part as string)),
        defaultMessage: () => `names parts with commas between, of: ${parts.join(', ')}`,
      },
    }),
  );

const patternOf = (parts: readonly string[]) => `^(${parts.join('|')})(,(${parts.join('|')}))*$`;

/** Which parts the caller wants; all of them who names none. */
export function wantedOf<Part extends string>(include: readonly Part[] | undefined): (...parts: Part[]) => boolean {
  return (...parts) => include === undefined || parts.some((part) => include.includes(part));
}

/** The resource with the parts that are wanted and what is always there, which then says what it holds. */
export function sparse<View extends object>(
  view: View,
  parts: readonly string[],
  include: readonly string[] | undefined,
): View {
  if (include === undefined) return view;
  const kept = Object.entries(view).filter(([name]) => !parts.includes(name) || include.includes(name));
  return { ...Object.fromEntries(kept), included: unique(include) } as View;
}

/** In the OpenAPI document: whole, or with the named parts alone, which is told by `included`. */
export const SparseOrWhole = <View extends object>(view: Type<View>, parts: ReadonlyArray<keyof View & string>) => {
  const sparseView = sparseOf(view, parts);
  return applyDecorators(
    ApiExtraModels(view, sparseView),
    ApiOkResponse({ schema: { anyOf: [view, sparseView].map((one) => ({ $ref: getSchemaPath(one) })) } }),
  );
};

function sparseOf<View extends object>(view: Type<View>, parts: ReadonlyArray<keyof View & string>): Type {
  const shape: Type = IntersectionType(
    OmitType(view as Type<Record<string, unknown>>, parts as never),
    PartialType(PickType(view as Type<Record<string, unknown>>, parts as never)),
  );
  Shown(parts, { list: true, description: 'The parts that were asked for.' })(shape.prototype as object, 'included');
  Object.defineProperty(shape, 'name', { value: `Sparse${view.name}` });
  return shape;
}
