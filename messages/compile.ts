import compile from 'icu-minify/compile';

import type { MessageTree } from './merge';

export type CompiledMessage = ReturnType<typeof compile>;
export type CompiledTree = { [key: string]: CompiledMessage | CompiledTree };

/** The same sentences parsed already, so that the browser carries no parser: see docs/decisions/0078. */
export function compileMessages(tree: MessageTree): CompiledTree {
  return Object.fromEntries(
    Object.entries(tree).map(([key, value]) => [
      key,
      typeof value === 'string' ? compileMessage(value) : compileMessages(value),
    ]),
  );
}

/** One sentence parsed. What stays a string says itself, whether it is parsed again or not. */
export function compileMessage(message: string): CompiledMessage {
  const compiled = plain(compile(message)) as CompiledMessage;
  return typeof compiled === 'string' && /[{}<>'#|]/.test(compiled) ? [compiled] : compiled;
}

/** The words that a sentence may use for how a day is written, as ICU means them. */
const styles: Record<string, Intl.DateTimeFormatOptions> = {
  short: { month: 'numeric', day: 'numeric', year: '2-digit' },
  medium: { month: 'short', day: 'numeric', year: 'numeric' },
  long: { month: 'long', day: 'numeric', year: 'numeric' },
  full: { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' },
};
const dateNode = 5;

// React passes only what JSON can hold to the browser; the choices of a sentence come without a prototype.
function plain(node: unknown): unknown {
  if (Array.isArray(node)) {
    if (node[1] === dateNode) return [node[0], dateNode, styles[node[2] as string] ?? styles.medium];
    return node.map(plain);
  }
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, plain(value)]));
}
