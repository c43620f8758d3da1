import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const mostLetters = 1_000;

/** The first line of an input, trimmed; on a terminal the question stands before it. Empty where there is none, or an absurdly long one. */
export async function askLine(question: string, input: Readable & { isTTY?: boolean }): Promise<string> {
  if (input.isTTY) process.stderr.write(question);
  let text = '';
  if (input.isTTY) {
    const lines = createInterface({ input, output: process.stderr, terminal: true });
    for await (const line of lines) {
      text = line;
      break;
    }
    lines.close();
  } else
    for await (const chunk of input) {
      text += String(chunk);
      if (text.includes('\n') || text.length > mostLetters) break;
    }
  const line = text.split(/\r?\n/)[0]!.trim();
  return line.length <= mostLetters ? line : '';
}
