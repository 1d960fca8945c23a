/** Changes the text of a box as if it were typed, so that the browser's own undo takes it back. */

type Box = HTMLInputElement | HTMLTextAreaElement;

/** Puts a text in place of what stands between two offsets; the caret comes after it. */
export function typeInto(box: Box, start: number, end: number, text: string): void {
  box.focus();
  box.setSelectionRange(start, end);
  // The one way that keeps the undo history; where a browser refuses it, the text is still put in.
  // oxlint-disable-next-line typescript/no-deprecated
  const typed = text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (typed || (start === end && text === '')) return;
  box.setRangeText(text, start, end, 'end');
  box.dispatchEvent(new Event('input', { bubbles: true }));
}
