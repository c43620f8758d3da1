import type { SignedIn } from '@/lib/core/actor';
import { transact } from '@/lib/core/context';
import { db } from '@/lib/core/db';
import { uuid7 } from '@/lib/core/ids';
import { clock } from '@/lib/core/time';
import { keepImportPart } from '@/lib/flows/imports/keep-part';
import { importPartBytes } from '@/lib/imports/choices';
import { importRehearsed, rehearseShop } from '@/lib/imports/commands';
import { readReport } from '@/lib/imports/report';

/** Sends a file as a browser does, part by part, and answers its id. */
export async function sendFile(actor: SignedIn, name: string, text: string): Promise<string> {
  const whole = Buffer.from(text);
  const file = uuid7(clock());
  for (let at = 0; at < whole.length; at += importPartBytes)
    await keepImportPart(actor, {
      ...{ file, name, bytes: whole.length, at },
      part: whole.subarray(at, at + importPartBytes),
    });
  return file;
}

/** A products export of so many products of two variants each. */
export const productsCsv = (count: number, price = 1): string =>
  [
    'Handle,Title,Option1 Name,Option1 Value,Variant Price',
    ...Array.from({ length: count }, (_, at) => `p${at},Product ${at},Size,S,${price}\np${at},,,M,2`),
  ].join('\n');

/** Has what a member has sent rehearsed. */
export const askRehearsal = (actor: SignedIn) => transact(rehearseShop)(actor, { currency: 'USD' });
/** Has what was rehearsed imported. */
export const askImport = (actor: SignedIn, id: string) => transact(importRehearsed)(actor, { id });

/** A run with its report as pages read it. */
export async function runOf(id: string) {
  const { report, ...run } = await db.importRun.findUniqueOrThrow({ where: { id } });
  return { ...run, report: readReport(report) };
}

/** How much of what was sent is still here. */
export async function keptFiles() {
  return [await db.importUpload.count(), await db.importFile.count(), await db.importPart.count()];
}
