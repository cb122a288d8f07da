import type { Type } from '@nestjs/common';

// where @nestjs/swagger keeps what `ApiProperty`, and so `Shown`, said of a member
const namesKey = 'swagger/apiModelPropertiesArray';
const memberKey = 'swagger/apiModelProperties';

interface Member {
  type?: unknown;
  isArray?: boolean;
}

/** The columns of a table of such views: their members by name, those of a member with members as `platform.name`. */
export function columnsOf(view: Type): string[] {
  return membersOf(view).flatMap((name) => {
    const shape = shapeOf(view, name);
    const inner = shape && !shape.isList ? columnsOf(shape.view) : [];
    return inner.length > 0 ? inner.map((column) => `${name}.${column}`) : [name];
  });
}

/** What stands in a page of a list. */
export function entryOf(page: Type): Type {
  const shape = shapeOf(page, 'data');
  if (!shape) throw new Error(`${page.name} declares no view of its entries`);
  return shape.view;
}

export function valueAt(row: unknown, column: string): unknown {
  return column.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], row);
}

function membersOf(view: Type): string[] {
  const names = (Reflect.getMetadata(namesKey, view.prototype as object) ?? []) as string[];
  return names.map((name) => name.slice(1));
}

/** The view that a member holds, one or a list of them; null for a plain value. */
function shapeOf(view: Type, name: string): { view: Type; isList: boolean } | null {
  const { type, isArray = false } = (Reflect.getMetadata(memberKey, view.prototype as object, name) ?? {}) as Member;
  const named = Array.isArray(type) ? (type[0] as unknown) : type;
  if (typeof named !== 'function') return null;
  // a class that is declared later is given by a function of this name
  const shape = (named.name === 'type' ? (named as () => Type)() : named) as Type;
  return membersOf(shape).length > 0 ? { view: shape, isList: isArray || Array.isArray(type) } : null;
}
