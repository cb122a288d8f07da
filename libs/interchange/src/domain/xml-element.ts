/** An element as it was read, with the place of its tag. Text of children is not its own. */
export interface XmlElement {
  name: string;
  line: number;
  column: number;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

/** `line:column`, where an editor finds it. */
export function placeOf({ line, column }: Pick<XmlElement, 'line' | 'column'>): string {
  return `${line}:${column}`;
}

/** The first child of that name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The text of the child of that name, without space around it; undefined where it is absent or empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text.trim() || undefined;
}
