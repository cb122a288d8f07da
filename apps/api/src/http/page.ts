/** A plain page without script or style from anywhere, for the few addresses that a person opens. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · 通删</title>
<main><h1>${escapeHtml(title)}</h1>${body}</main></html>`;
}

/** Text from outside, made harmless in HTML text and attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
