import type { Ctx } from '@/lib/core/context';
import type { Locale } from '@/lib/core/locale';
import type { Notice } from '@/lib/core/notices';

import { currentVoice } from './current-voice';
import { renderMail } from './render-mail';
import { storable, type Words } from './schema';
import { writeMails } from './write-mails';

type Addressed<D extends object> = {
  /** One reason, one mail: a second with the same key is not written. */
  key: string;
  to: string;
  locale: Locale;
  /** The member whose address it is or was, and their name for the greeting. */
  memberId?: string;
  name?: string;
  /** Where its reader leaves the list that it was sent to, as a whole address. */
  leave?: string;
  data: D;
};

/** Mails a notice to an address, proved or not: a code, or a word to the owner of an address that somebody typed. */
export async function mail<D extends object>(
  ctx: Ctx,
  notice: Notice<string, D, undefined>,
  { key, to, locale, memberId = undefined, name = '', leave = undefined, data: given }: Addressed<D>,
): Promise<void> {
  const data = notice.data.parse(given);
  const rendered = renderMail(
    notice,
    { locale, name },
    { data: storable(data as Words), path: notice.path?.(data) },
    await currentVoice(ctx.db),
  );
  const letter = { ...rendered, key, to, locale, memberId: memberId ?? null, leave };
  await writeMails(ctx, notice.kind, ctx.now, [letter], notice.secret);
}
