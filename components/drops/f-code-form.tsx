'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { DateTime } from '@/components/ui/date-time';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import type { Locale } from '@/lib/core/locale';
import type { OwnDropPart } from '@/lib/drops/queries';

import { ClaimAnswer } from './claim-answer';
import type { StageDrop } from './stage-drop';
import { useRedeem } from './use-redeem';

type Fields = {
  slug: string;
  variants: StageDrop['variants'];
  own: OwnDropPart['codes'][number] | undefined;
  first: string | null | undefined;
  locale: Locale;
  preview: boolean;
};

/** The fields by which a code is used: one's own needs no typing. */
export function FCodeForm({ slug, variants, own, first, locale, preview }: Fields) {
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
