import { Readable } from 'node:stream';

import type { Actor } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { notFound } from '@/lib/core/errors';
import { uuid7 } from '@/lib/core/ids';
import { clock } from '@/lib/core/time';
import { readHead } from '@/lib/import/sheet-rows';
import { recogniseSheet } from '@/lib/import/shopify-sheets';
import { importPartBytes, type ImportFileKind } from '@/lib/imports/choices';
import { keepImportPart as keep } from '@/lib/imports/commands';
import { canImport } from '@/lib/imports/policy';
import type { ImportPart, SendImportFile } from '@/lib/imports/schema';

/** Keeps a part of a file of an old shop. The first one tells by its first row which export it is; a file that is none is refused. */
export async function keepImportPart(
  actor: Actor,
  { part, ...input }: ImportPart & { part: Uint8Array },
): Promise<{ received: number }> {
  if (!canImport(actor)) throw notFound('list');
  const kind = input.at === 0 ? await kindOf(part) : null;
  return transact(keep)(actor, { ...input, kind, part });
}

/** Keeps a file that a form has sent whole. */
export async function sendImportFile(actor: Actor, { file }: SendImportFile): Promise<void> {
  if (!canImport(actor)) throw notFound('list');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const input = { file: uuid7(clock()), name: file.name, bytes: bytes.length };
  for (let at = 0; at < bytes.length; at += importPartBytes)
    await keepImportPart(actor, { ...input, at, part: bytes.subarray(at, at + importPartBytes) });
}

async function kindOf(part: Uint8Array): Promise<ImportFileKind | null> {
  const head = await readHead(() => Readable.from([part]));
  return head && recogniseSheet(head.header, head.names);
}
