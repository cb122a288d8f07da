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
    if (metadata.type === 'body' && isDeeperThan(value, deepest)) {
      const detail = `Lists and objects are nested at most ${deepest} deep.`;
      throw new Problem('validation_failed', { errors: [{ pointer: '#', code: 'too_deep', detail }] });
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
