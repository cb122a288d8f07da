import { type ArgumentMetadata, type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, Problem } from '#kernel';

/** Wrong types, unknown fields and broken bounds: 422 with a JSON pointer for each. */
export function createValidationPipe(): ValidationPipe {
  return new BoundedValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Problem('validation_failed', { errors: flatten(errors).slice(0, 100) }),
  });
}

/** No request of ours is deeper; what is would cost the validator its stack. */
const deepest = 20;

class BoundedValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body') {
      const isShape = metadata.metatype !== undefined && metadata.metatype !== Object;
      if (isShape && value !== undefined && !isPlain(value)) refuse('is_object', 'Send an object.');
      if (isDeeperThan(value, deepest)) refuse('too_deep', `Lists and objects are nested at most ${deepest} deep.`);
      // JSON has them, but there is no such number here, nor a canonical text to hash or to sign
      if (hasEndlessNumber(value)) refuse('number_out_of_range', 'Numbers are at most 1.7976931348623157e308.');
    }
    return super.transform(value, metadata);
  }
}

function isDeeperThan(value: unknown, levels: number): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 0; depth < levels && level.length > 0; depth++) {
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return level.length > 0;
}

/** After the depth was found to be bounded. */
function hasEndlessNumber(value: unknown): boolean {
  if (isContainer(value)) return Object.values(value).some(hasEndlessNumber);
  return typeof value === 'number' && !Number.isFinite(value);
}

function refuse(code: string, detail: string): never {
  throw new Problem('validation_failed', { errors: [{ pointer: '#', code, detail }] });
}

function isPlain(value: unknown): boolean {
  return isContainer(value) && !Array.isArray(value);
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function flatten(errors: readonly ValidationError[], path = '#'): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${path}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, detail]) => ({
      pointer,
      code: codeOf(rule),
      detail,
    }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

function codeOf(rule: string): string {
  return rule === 'whitelistValidation'
    ? 'unknown_field'
    : rule.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
