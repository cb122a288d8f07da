import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';

type Shape = () => new () => object;
type Kind = 'text' | 'uuid' | 'instant' | 'whole' | 'number' | 'flag' | 'texts' | 'object' | readonly string[] | Shape;

interface ShownOptions {
  /** The value can be null. */
  nullable?: boolean;
  /** The member can be absent. */
  optional?: boolean;
  list?: boolean;
  description?: string;
}

/** How a member of an answer stands in the OpenAPI document. Answers are not checked at run time; tests do that. */
export function Shown(kind: Kind, options: ShownOptions = {}): PropertyDecorator {
  const { nullable = false, optional = false, list = false, description } = options;
  return ApiProperty({
    ...schemaOf(kind),
    isArray: list,
    nullable,
    required: !optional,
    description,
  } as ApiPropertyOptions);
}

function schemaOf(kind: Kind): object {
  // swagger takes a function for a late class only where its name is `type`, which this place gives it
  if (typeof kind === 'function') return { type: () => kind() };
  if (typeof kind !== 'string') return { type: String, enum: [...kind] };
  switch (kind) {
    case 'uuid':
      return { type: String, format: 'uuid' };
    case 'instant':
      return { type: String, format: 'date-time' };
    case 'whole':
      return { type: 'integer' };
    case 'number':
      return { type: Number };
    case 'flag':
      return { type: Boolean };
    case 'texts':
      return { type: 'object', additionalProperties: { type: 'string' } };
    case 'object':
      return { type: 'object', additionalProperties: true };
    default:
      return { type: String };
  }
}
