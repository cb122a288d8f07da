import { type ValidationError, ValidationPipe } from '@nestjs/common';
import { type FieldError, Problem } from '#kernel';

/** Wrong types, unknown fields and broken bounds: 422 with a JSON pointer for each. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) => new Problem('validation_failed', { errors: flatten(errors).slice(0, 100) }),
  });
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
