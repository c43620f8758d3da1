import type { Ctx } from '@/lib/core/context';

import { docWords, type DocText } from '../choices/doc-text';
import { nearOf, spellableWords } from '../choices/spelling';
import { docForm, type DocKey } from '../form';

export type Doc = DocKey & { audience: string; version: number; at: Date; text: DocText };

/** Writes what a subject is found by, in place of what stood there. Its writer has taken turns with others of the subject: see `docTurns`. */
export async function keepDoc({ db }: Pick<Ctx, 'db'>, { kind, id, audience, version, at, text }: Doc): Promise<void> {
  const { exact, names, beside } = docWords(text);
  await db.$executeRaw`
    INSERT INTO "SearchDoc" ("kind", "id", "audience", "form", "version", "at", "exact", "names", "words")
    SELECT ${kind}::"SearchKind", ${id}::uuid, ${audience}, ${docForm}::int, ${version}::int, ${at}::timestamptz, ${exact}::text[], array_to_tsvector(n.names),
      array_to_tsvector(search_stemmed(n.names || search_words(${beside})))
    FROM (SELECT search_stemmed(search_words(${names})) AS names) n
    ON CONFLICT ("kind", "id") DO UPDATE SET "audience" = EXCLUDED."audience", "form" = EXCLUDED."form", "version" = EXCLUDED."version",
      "at" = EXCLUDED."at", "exact" = EXCLUDED."exact", "names" = EXCLUDED."names", "words" = EXCLUDED."words"`;
  // In one order, so that two who write the same words do not wait for each other in a ring.
  const spelt = spellableWords([...text.names, ...text.kinds].join('\n')).toSorted();
  const known = await db.searchSpelling.findMany({ where: { word: { in: spelt } }, select: { word: true } });
  const words = new Set(known.map(({ word }) => word));
  const unknown = spelt.filter((word) => !words.has(word));
  if (unknown.length === 0) return;
  const data = unknown.map((word) => ({ word, near: nearOf(word) }));
  await db.searchSpelling.createMany({ data, skipDuplicates: true });
}
