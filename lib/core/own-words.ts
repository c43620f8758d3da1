/** Sentences of the program that a brand says in words of its own: one kind of further settings (record 101) for each text and language. */
import { z } from 'zod';

import { db, type Db } from './db';
import { found } from './errors';
import { cleanLines } from './fields';
import { strictWords } from './i18n';
import type { Locale } from './locale';
import { log } from './log';
import { readOldVersion } from './old-version';
import type { Permission } from './permissions';
import { declareSettings, type ShopSettings } from './shop-settings';

/** The parts of a text that a brand words itself, by their names; a part that is not there is the program's. */
export type OwnWords = Readonly<Record<string, string>>;

export type WordsSettings = ShopSettings<{ words: OwnWords }>;

const longest = 5_000;
const schema = z.object({ words: z.record(z.string().max(60), z.string().max(longest)) });

/** The settings that hold a brand's words of one text in one language. Which parts it has, and that they can be said, its command asks. */
export const wordsSettings = (text: string, language: Locale, permission: Permission): WordsSettings =>
  declareSettings({ name: `words:${text}:${language}`, schema, initial: { words: {} }, permission });

/** Of what a form sends for each part, what is the brand's own: a part that is left empty, or says what the program says, is the program's. */
export function ownParts(given: OwnWords, builtIn: OwnWords): OwnWords {
  const differs = (text: string, other: string) => spaced(text) !== spaced(cleanLines(other));
  return Object.fromEntries(
    Object.entries(builtIn).flatMap(([part, text]) =>
      given[part] && differs(given[part], text) ? [[part, given[part]] as const] : [],
    ),
  );
}

// Forms send every white space of a line as one space, also one that does not break.
const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** A version of a text's words in their history; without words all of it was the program's again. */
export type WordsVersion = { version: number; words: OwnWords; at: Date; by: { name: string } | null };

const mostVersions = 20;

/** The newest versions of a text's words, the newest first; one that cannot be read has none. */
export async function listWordsVersions(
  { name }: Pick<WordsSettings, 'name'>,
  from: Pick<Db, 'settingsVersion'>,
): Promise<WordsVersion[]> {
  const rows = await from.settingsVersion.findMany({
    where: { name },
    orderBy: { version: 'desc' },
    take: mostVersions,
    select: { version: true, data: true, at: true, actor: { select: { name: true } } },
  });
  return rows.map(({ version, data, at, actor }) => ({ version, words: wordsIn(data), at, by: actor }));
}

/** The words of an older version, none where none is named; refuses one that is not there or cannot be read. */
export async function getOldWords(
  { name }: Pick<WordsSettings, 'name'>,
  version: number | undefined,
  from: Pick<Db, 'settingsVersion'>,
): Promise<OwnWords> {
  if (version === undefined) return {};
  const row = found(await from.settingsVersion.findUnique({ where: { name_version: { name, version } } }));
  return readOldVersion(schema, row).words;
}

/** The words of several texts as they stand, by the names of their settings: one statement, however many versions there are. */
export async function readEachWords(
  settings: readonly Pick<WordsSettings, 'name'>[],
  from: Pick<Db, '$queryRaw'> = db,
): Promise<ReadonlyMap<string, OwnWords>> {
  if (settings.length === 0) return new Map();
  const rows = await from.$queryRaw<{ name: string; data: unknown }[]>`
    SELECT asked."name", newest."data" FROM unnest(${settings.map(({ name }) => name)}::text[]) AS asked("name")
    CROSS JOIN LATERAL (
      SELECT v."data" FROM "SettingsVersion" v WHERE v."name" = asked."name" ORDER BY v."version" DESC LIMIT 1
    ) newest`;
  return new Map(rows.map(({ name, data }) => [name, wordsIn(data)]));
}

const wordsIn = (data: unknown): OwnWords => schema.safeParse(data).data?.words ?? {};

type Say = (part: string, values?: Record<string, string | number>) => string;

/** Says a text part by part: in the brand's words where it has some that can be said of these values, else in the program's. */
export function sayer(locale: Locale, own: OwnWords, builtIn: Say, text: string): Say {
  const say = saidBy(locale, own);
  return (part, values) => {
    if (!Object.hasOwn(own, part)) return builtIn(part, values);
    try {
      return say(part, values);
    } catch (error) {
      log.error({ err: error, text, part }, 'words of the brand could not be said');
      return builtIn(part, values);
    }
  };
}

// What was read from the database is one object until it is read again: its sentences are parsed once.
const known = new WeakMap<OwnWords, Say>();

function saidBy(locale: Locale, own: OwnWords): Say {
  const made = known.get(own) ?? strictWords(locale, own);
  known.set(own, made);
  return made;
}
