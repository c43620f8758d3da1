'use client';

import { useState } from 'react';
import { Ticket } from 'lucide-react';
import { useTranslations } from 'use-intl';

import { Button, ButtonLink } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import type { OwnDropPart } from '@/lib/drops/queries';

import { ClaimAnswer } from './claim-answer';
import type { StageDrop } from './stage-drop';
import type { LiveState } from './use-drop-state';
import { useRedeem } from './use-redeem';

type Props = { drop: StageDrop; live: LiveState; locale: Locale; preview: boolean };

const open = ['opening', 'open', 'sold-out'];

/** Where an F-code is used while a wave is open: one's own without typing, any other by its signs. Before, whose it is and from when it can be used. */
export function FCodePanel({ drop, live, locale, preview }: Props) {
  const t = useTranslations('drops.fCode');
  const { viewer } = useViewer();
  const { state } = live;
  const pool = state.variants.flatMap(({ variantId, channels }) =>
    channels.filter(({ channel }) => channel === 'FCODE').map(({ remaining }) => ({ variantId, remaining })),
  );
  const own = preview ? [] : (viewer?.drop?.codes ?? []);
  if (own[0] && (state.phase === 'upcoming' || state.phase === 'paused'))
    return <Later code={own[0]} opensAt={state.phase === 'upcoming' ? state.opensAt : null} locale={locale} />;
  if (pool.length === 0 || !open.includes(state.phase)) return null;
  const free = drop.variants.filter(({ id }) =>
    pool.some(({ variantId, remaining }) => variantId === id && remaining > 0),
  );
  const guest = !preview && viewer !== null && !viewer.member;
  const inside = () => {
    if (guest)
      return (
        <ButtonLink block href={inLocale(locale, paths.signIn(inLocale(locale, paths.drop(state.slug))))}>
          {t('signIn')}
        </ButtonLink>
      );
    if (free.length === 0) return <p className="text-[0.9375rem] text-muted">{t('none')}</p>;
    return (
      <Redeeming
        key={own[0]?.id}
        slug={state.slug}
        variants={free}
        own={own[0]}
        first={viewer?.drop?.reservedVariantId}
        locale={locale}
        preview={preview}
      />
    );
  };
  return (
    <details className="border-t border-line pt-4" open={own.length > 0}>
      <summary className="touch flex cursor-pointer items-center gap-2 font-semibold">
        <Ticket aria-hidden className="size-4.5 text-accent-ink" />
        {t(own.length > 0 ? 'yours' : 'title')}
      </summary>
      <div className="mt-2 grid gap-4">{inside()}</div>
    </details>
  );
}

type LaterProps = { code: OwnDropPart['codes'][number]; opensAt: string | null; locale: Locale };

// A code is its holder's from the day it was given: they see so, and from when it can be used.
function Later({ code: { tail, expiresAt }, opensAt, locale }: LaterProps) {
  const t = useTranslations('drops.fCode');
  const moment = (at: string) => <DateTime at={at} locale={locale} format="moment" />;
  const told = { tail, until: () => moment(expiresAt) };
  return (
    <Notice tone="accent" title={t('yours')}>
      <p>{opensAt ? t.rich('yoursFrom', { ...told, from: () => moment(opensAt) }) : t.rich('yoursPaused', told)}</p>
    </Notice>
  );
}

type Fields = {
  slug: string;
  variants: StageDrop['variants'];
  own: OwnDropPart['codes'][number] | undefined;
  first: string | null | undefined;
  locale: Locale;
  preview: boolean;
};

function Redeeming({ slug, variants, own, first, locale, preview }: Fields) {
  const t = useTranslations('drops.fCode');
  const { redeem, pending, problem } = useRedeem(slug);
  const [wish, setWish] = useState<string | null>(null);
  const [typed, setTyped] = useState('');
  const chosen = variants.find(({ id }) => id === wish) ?? variants.find(({ id }) => id === first) ?? variants[0]!;
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    if (!preview) void redeem({ variantId: chosen.id, ...(own ? { codeId: own.id } : { code: typed }) });
  };
  return (
    <form onSubmit={send} className="grid gap-4">
      <p className="text-[0.9375rem] text-muted">
        {own
          ? t.rich('yoursBody', {
              tail: own.tail,
              until: () => <DateTime at={own.expiresAt} locale={locale} format="moment" />,
            })
          : t('body')}
      </p>
      {variants.length > 1 && (
        <SelectField
          label={t('variant')}
          value={chosen.id}
          onChange={(event) => setWish(event.target.value)}
          options={variants.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
      {!own && (
        <TextField
          label={t('typed')}
          hint={t('hint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={40}
          required
          placeholder="F-XXXX-XXXX-XXXX"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="font-mono"
        />
      )}
      <ClaimAnswer problem={problem} />
      <Button
        type="submit"
        variant={own ? 'primary' : 'secondary'}
        block
        pending={pending}
        disabled={preview || (!own && typed.trim() === '')}
      >
        {pending ? t('using') : t('use', { variant: chosen.title })}
      </Button>
    </form>
  );
}
