'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { Grains } from '@/components/ui/grains';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { DrawVerdict, PublishedDraw } from '@/lib/drops/draw/check-draw';

import { useDrawCheck, type Checking } from './use-draw-check';

type Props = { slug: string; wave: number };

/** Reckons a decided wave again in the reader's browser, and finds their entry in it. */
export function DrawCheck({ slug, wave }: Props) {
  const t = useTranslations('drops.draw');
  const { checking, check } = useDrawCheck(slug, wave);
  const busy = checking.at === 'fetching' || checking.at === 'reckoning';
  return (
    <div className="grid gap-6">
      <div className="grid gap-3">
        <h3 className="text-subheading">{t('check')}</h3>
        <p className="max-w-[38em] text-[0.9375rem] text-muted">{t('checkLead')}</p>
        <div className="js-only">
          <Button variant="primary" pending={busy} onClick={() => void check()}>
            {t('check')}
          </Button>
        </div>
        <div aria-live="polite">
          <Progress checking={checking} />
        </div>
      </div>
      <FindEntry wave={wave} list={checking.at === 'done' ? checking.list : null} check={check} />
    </div>
  );
}

function Progress({ checking }: { checking: Checking }) {
  const t = useTranslations('drops.draw');
  if ('count' in checking)
    return (
      <p className="flex items-center gap-3 text-muted">
        <Grains />
        {t(checking.at, { count: checking.count })}
      </p>
    );
  if ('verdict' in checking) return <Verdict verdict={checking.verdict} count={checking.list.count} />;
  return checking.at === 'idle' ? null : <Notice tone="warning">{t(checking.at)}</Notice>;
}

function Verdict({ verdict, count }: { verdict: DrawVerdict; count: number }) {
  const t = useTranslations('drops.draw');
  const { agrees, seedAgrees, missing, misplaced, misgiven, winners } = verdict;
  if (agrees)
    return (
      <Notice tone="positive" title={t('agrees')}>
        {t('agreesBody', { count, winners })}
      </Notice>
    );
  return (
    <Notice tone="danger" title={t('disagrees')}>
      <ul className="grid gap-1 break-words">
        {!seedAgrees && <li>{t('seedWrong')}</li>}
        {missing > 0 && <li>{t('missing', { count: missing })}</li>}
        {misplaced[0] && <li>{t('misplaced', { count: misplaced.length, id: misplaced[0] })}</li>}
        {misgiven[0] && <li>{t('misgiven', { count: misgiven.length, id: misgiven[0] })}</li>}
      </ul>
    </Notice>
  );
}

type FindProps = { wave: number; list: PublishedDraw | null; check: () => Promise<PublishedDraw | null> };

function FindEntry({ wave, list, check }: FindProps) {
  const t = useTranslations('drops.draw');
  const { viewer } = useViewer();
  const [typed, setTyped] = useState<string | null>(null);
  const [sought, setSought] = useState<string | null>(null);
  const own = viewer?.drop?.entry?.wave === wave ? viewer.drop.entry.id : '';
  const receipt = typed ?? own;
  const look = async (event: React.FormEvent) => {
    event.preventDefault();
    setSought(receipt.trim().toLowerCase());
    if (!list) await check();
  };
  return (
    <form onSubmit={(event) => void look(event)} className="js-only grid gap-3">
      <h3 className="text-subheading">{t('find')}</h3>
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
        <TextField
          label={t('findLabel')}
          hint={t('findHint')}
          value={receipt}
          onChange={(event) => setTyped(event.target.value)}
          spellCheck={false}
          autoComplete="off"
          maxLength={60}
          className="[&_input]:font-mono"
        />
        <Button type="submit" disabled={receipt.trim() === ''} className="sm:mt-[1.875rem]">
          {t('findButton')}
        </Button>
      </div>
      <div aria-live="polite">{sought && list && <Found list={list} receipt={sought} />}</div>
    </form>
  );
}

function Found({ list, receipt }: { list: PublishedDraw; receipt: string }) {
  const t = useTranslations('drops.draw');
  const entry = list.entries.find(({ id }) => id === receipt);
  if (!entry) return <Notice tone="warning">{t('notFound')}</Notice>;
  return (
    <Notice tone={entry.won ? 'positive' : 'info'}>
      {t('found', { rank: entry.rank, count: list.count, end: entry.won ? 'won' : entry.skipped ? 'skipped' : 'none' })}
    </Notice>
  );
}
