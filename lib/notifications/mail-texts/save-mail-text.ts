import { may, memberId } from '@/lib/core/actor';
import { audit } from '@/lib/core/audit';
import type { Ctx } from '@/lib/core/context';
import { allow, Refused } from '@/lib/core/errors';
import type { Locale } from '@/lib/core/locale';
import { plainName } from '@/lib/members/published';

import { forgetMailTexts, rowOf, wordsOf } from './current';
import { getOldMailWords } from './queries';
import type { MailWords } from '../choices/mail-parts';

type Of = { kind: string; language: Locale };
type Shown = Of & { shown: number };

const newest = { version: 'desc' } as const;

/**
 * Gives a mail the brand's own words in one language, as a new version; the flow has tried them. Refuses who saw an older version, and
 * says who saved what meanwhile.
 */
export async function saveMailText(ctx: Ctx, { words, ...of }: Shown & { words: MailWords }): Promise<void> {
  allow(may(ctx.actor, 'notifications.editTexts'));
  await write(ctx, 'mailText.save', of, words);
}

/** Gives a mail the words of an older version again, or the program's own where none is named; the flow has tried them. Refuses as saveMailText does. */
export async function putBackMailText(ctx: Ctx, { version, ...of }: Shown & { version?: number }): Promise<void> {
  allow(may(ctx.actor, 'notifications.editTexts'));
  const words = version === undefined ? null : await getOldMailWords(ctx, { ...of, version });
  await write(ctx, 'mailText.putBack', of, words);
}

// Of two at once that saw the same version, the number of the later is taken when the earlier commits: it writes nothing.
async function write(ctx: Ctx, act: string, { kind, language: locale, shown }: Shown, words: MailWords | null) {
  const last = await ctx.db.mailText.findFirst({ where: { kind, locale }, orderBy: newest });
  if ((last?.version ?? 0) !== shown) throw await savedMeanwhile(ctx, { kind, language: locale });
  if (same(words, last && wordsOf(last))) return;
  const row = { kind, locale, version: shown + 1, ...rowOf(words), actorId: memberId(ctx.actor), at: ctx.now };
  const { count } = await ctx.db.mailText.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) throw await savedMeanwhile(ctx, { kind, language: locale });
  forgetMailTexts();
  const detail = { kind, language: locale, version: row.version };
  await audit(ctx, { act, subject: ['mailText', `${kind} ${locale}`], detail });
}

const same = (one: MailWords | null, other: MailWords | null) =>
  JSON.stringify(rowOf(one)) === JSON.stringify(rowOf(other));

async function savedMeanwhile(ctx: Ctx, { kind, language: locale }: Of): Promise<Refused> {
  const last = await ctx.db.mailText.findFirst({
    where: { kind, locale },
    orderBy: newest,
    select: { version: true, actor: { select: plainName } },
  });
  const values = { name: last?.actor?.name ?? '–', version: last?.version ?? 0 };
  return new Refused('mail-text-changed', 'another version of these words was saved meanwhile', { values });
}
