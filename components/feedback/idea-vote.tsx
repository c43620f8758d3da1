'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { postJson } from '@/components/ask-server';
import { useProblem } from '@/components/forms/form-context';
import { cx } from '@/components/ui/cx';
import { toast } from '@/components/ui/toaster';
import { VoteButton, VoteCount, type VoteButtonProps } from '@/components/ui/vote-button';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { api, inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

type Props = {
  id: string;
  votes: number;
  title: string;
  open: boolean;
  locale: Locale;
  shape?: VoteButtonProps['shape'];
  worded?: boolean;
};
type Cast = { on: boolean; votes: number };

/** The votes of an idea: a figure in the document, a button once it is known who reads; with the word for them where it stands alone. */
export function IdeaVote({ id, votes, title, open, locale, shape, worded }: Props) {
  const t = useTranslations('feedback');
  const { viewer } = useViewer();
  const [cast, setCast] = useState<Cast | null>(null);
  const press = usePress(id, locale, setCast);
  const own = viewer?.ideas?.voted[id];
  const now = cast ?? { on: own !== undefined, votes: own ?? votes };
  const words = { count: now.votes, title };
  if (!viewer || !open)
    return (
      <VoteCount
        count={now.votes}
        label={t('vote.count', words)}
        caption={worded ? t('vote.word', words) : undefined}
        shape={shape}
        className={cx('self-start', now.on && 'text-accent-ink')}
      />
    );
  const next = { on: !now.on, votes: now.votes + (now.on ? -1 : 1) };
  return (
    <VoteButton
      count={now.votes}
      caption={worded ? t(now.on ? 'vote.done' : 'vote.do') : undefined}
      voted={now.on}
      shape={shape}
      pending={press.busy}
      className="relative z-1 self-start"
      label={now.on ? t('vote.takeBack', words) : t('vote.give', words)}
      onClick={() => (viewer.member ? void press.send(now, next) : press.signIn())}
    />
  );
}

function usePress(id: string, locale: Locale, show: (cast: Cast) => void) {
  const router = useRouter();
  const say = useProblem();
  const { refresh } = useViewer();
  const [busy, setBusy] = useState(false);
  const send = async (before: Cast, after: Cast) => {
    if (busy) return;
    setBusy(true);
    show(after);
    const answer = await ask(id, after.on);
    show('votes' in answer ? answer : before);
    if ('error' in answer) toast.error(say({ code: answer.error, values: answer.values }));
    else void refresh();
    setBusy(false);
  };
  const signIn = () => router.push(inLocale(locale, paths.signIn(window.location.pathname)));
  return { busy, send, signIn };
}

type Refusal = { error: string; values?: Record<string, string | number> };

async function ask(id: string, on: boolean): Promise<Cast | Refusal> {
  return (await postJson<Cast | Refusal>(api('ideas', id, 'vote'), { on }))?.body ?? { error: 'failed' };
}
