/** Flows that act for somebody refuse the wrong actor themselves. The domains' access.test.ts try them on real rows. */
import { describe, expect, it } from 'vitest';

import { compare, complete, inDomain, rowsOf } from './tables';

const texts = import.meta.glob<string>(['/lib/flows/*/*.ts', '!/lib/flows/*/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
});

/** What takes an actor first: a function, an arrow, or a command bound to a transaction. */
const forActors = [
  /^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*[^,()]*?: (?:Actor|SignedIn|Guest)\b/gm,
  /^export const (\w+)[^=\n]* = (?:async )?\(\s*[^,()]*?: (?:Actor|SignedIn|Guest)\b/gm,
  /^export const (\w+)[^=\n]* = transact\(/gm,
  /^export const (\w+): BoundCommand</gm,
];

export const flowsIn = (text: string): string[] =>
  forActors.flatMap((form) => [...text.matchAll(form)].map(([, name]) => name!));

describe('flows', () => {
  it('that take an actor each have a row in their home domain’s access.ts', () => {
    const found = Object.entries(texts).flatMap(([file, text]) =>
      flowsIn(text).map((name) => `${file.split('/')[3]}.${name}`),
    );
    expect(compare(found, rowsOf('flows').map(inDomain))).toEqual(complete);
  });

  it('are known by their first parameter, however they are written', () => {
    expect(flowsIn('export async function feed(\n  actor: Actor,\n  input: Input,\n): Promise<void> {')).toEqual([
      'feed',
    ]);
    expect(flowsIn('export function feed(actor: SignedIn, { id }: Input) {')).toEqual(['feed']);
    expect(flowsIn('export const feed = async (actor: Actor, input: Input) => {')).toEqual(['feed']);
    expect(flowsIn('export const feed = transact(feedZebra);')).toEqual(['feed']);
    expect(flowsIn('export async function onFed(ctx: Ctx, { actor }: { actor: Actor }) {')).toEqual([]);
  });
});
