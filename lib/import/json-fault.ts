import { visit } from 'jsonc-parser';

/** The line of the first fault in a text that JSON.parse refused; Node does not always say where it is. */
export function jsonFaultLine(text: string): number {
  const lines: number[] = [];
  const onError = (_code: number, _offset: number, _length: number, line: number) => void lines.push(line + 1);
  visit(text, { onError }, { disallowComments: true, allowTrailingComma: false });
  return lines[0] ?? 1;
}
