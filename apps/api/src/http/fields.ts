import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsObject,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';

/**
 * One decorator a field: the check and its place in the OpenAPI document are the same sentence, so that the two
 * cannot disagree. Every text has a bound; control characters other than tab and line breaks are refused, because
 * they cannot be shown or printed.
 */
interface FieldOptions {
  /** It can be left out. */
  optional?: boolean;
  /** It can be null, which takes away what was there. Elsewhere null is a wrong type. */
  nullable?: boolean;
  description?: string;
  example?: unknown;
}

// oxlint-disable-next-line no-control-regex -- the characters meant are exactly the control characters
export const printable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]*$/u;

function field(options: FieldOptions, schema: ApiPropertyOptions, ...checks: PropertyDecorator[]): PropertyDecorator {
  const { optional = false, nullable = false, description, example } = options;
  const said = { ...schema, nullable, required: !optional, description, example } as ApiPropertyOptions;
  const isChecked = (_object: unknown, value: unknown) =>
    !(optional && value === undefined) && !(nullable && value === null);
  return applyDecorators(ApiProperty(said), ValidateIf(isChecked), ...checks);
}

export const Text = (options: FieldOptions & { max: number; min?: number; pattern?: RegExp }) =>
  field(
    options,
    { type: String, maxLength: options.max, minLength: options.min ?? 1, pattern: options.pattern?.source },
    IsString(),
    MinLength(options.min ?? 1),
    MaxLength(options.max),
    Matches(printable, { message: 'must not contain control characters' }),
    ...(options.pattern ? [Matches(options.pattern)] : []),
  );

export const Uuid = (options: FieldOptions = {}) => field(options, { type: String, format: 'uuid' }, IsUUID());

export const OneOf = (values: readonly string[], options: FieldOptions = {}) =>
  field(options, { type: String, enum: [...values] }, IsIn(values));

export const Flag = (options: FieldOptions = {}) => field(options, { type: Boolean }, IsBoolean());

export const Whole = (options: FieldOptions & { min: number; max: number }) =>
  field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max },
    // an address has texts alone; what a body has stays what it is
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
    ),
    IsInt(),
    Min(options.min),
    Max(options.max),
  );

/** An instant with its offset, e.g. 2026-11-23T14:02:00+08:00. Stays a text; the controller makes it a Date. */
export const Instant = (options: FieldOptions = {}) =>
  field(
    options,
    { type: String, format: 'date-time' },
    IsISO8601({ strict: true, strictSeparator: true }),
    Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, {
      message: 'must be an instant with its offset, e.g. 2026-11-23T14:02:00+08:00',
    }),
  );

export const Texts = (
  options: FieldOptions & { max: number; maxItems: number; minItems?: number; oneOf?: readonly string[] },
) =>
  field(
    options,
    {
      type: 'array',
      items: { type: 'string', maxLength: options.max, ...(options.oneOf ? { enum: [...options.oneOf] } : {}) },
      maxItems: options.maxItems,
      minItems: options.minItems ?? 0,
    },
    IsArray(),
    ArrayMaxSize(options.maxItems),
    ArrayMinSize(options.minItems ?? 0),
    IsString({ each: true }),
    MaxLength(options.max, { each: true }),
    Matches(printable, { each: true, message: 'must not contain control characters' }),
    ...(options.oneOf ? [IsIn(options.oneOf, { each: true })] : []),
  );

type Shape = new () => object;

export const Nested = (shape: () => Shape, options: FieldOptions = {}) =>
  field(options, { type: () => shape() }, IsObject(), ValidateNested(), Type(shape));

export const NestedList = (shape: () => Shape, options: FieldOptions & { maxItems: number; minItems?: number }) =>
  field(
    options,
    {
      type: () => shape(),
      isArray: true,
      maxItems: options.maxItems,
      minItems: options.minItems ?? 0,
    } as ApiPropertyOptions,
    IsArray(),
    ArrayMaxSize(options.maxItems),
    ArrayMinSize(options.minItems ?? 0),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
    Type(shape),
  );

/** Characters of a name in a map of texts. */
const longestName = 64;

/** A small map of texts, e.g. identifiers of a work. */
export const TextMap = (options: FieldOptions & { maxKeys: number; max: number }) =>
  field(
    options,
    {
      type: 'object',
      maxProperties: options.maxKeys,
      propertyNames: { maxLength: longestName },
      additionalProperties: { type: 'string', maxLength: options.max },
    } as ApiPropertyOptions,
    IsTextMap(options),
  );

/** As JSON Schema counts them, and the bounds of single texts: a character beyond the first plane is one. */
const charactersOf = (text: string) => [...text].length;

function IsTextMap(bounds: { maxKeys: number; max: number }): PropertyDecorator {
  return ValidateBy({
    name: 'isTextMap',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).length <= bounds.maxKeys &&
        Object.entries(value).every(
          ([name, text]) =>
            charactersOf(name) <= longestName &&
            printable.test(name) &&
            typeof text === 'string' &&
            charactersOf(text) <= bounds.max &&
            printable.test(text),
        ),
      defaultMessage: () => `must be an object of at most ${bounds.maxKeys} texts of at most ${bounds.max} characters`,
    },
  });
}
