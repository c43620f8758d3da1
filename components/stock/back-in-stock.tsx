'use client';

import { Bell, BellRing } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl';

import { askBackInStockAction } from '@/app/actions/stock';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { ButtonLink } from '@/components/ui/button';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** Puts the reader in line to hear when a variant that is sold out can be bought again, and takes them out; guests sign in first. */
export function BackInStock({ variantId, locale }: { variantId: string; locale: Locale }) {
  const t = useTranslations('stock.back');
  const here = usePathname();
  const { viewer } = useViewer();
  if (viewer && !viewer.member)
    return (
      <ButtonLink
        href={inLocale(locale, paths.signIn(here))}
        rel="nofollow"
        variant="secondary"
        size="lg"
        block
        icon={<Bell aria-hidden />}
      >
        {t('signIn')}
      </ButtonLink>
    );
  const waits = viewer?.waitedFor?.includes(variantId) ?? false;
  return (
    <div className="grid gap-2">
      {waits && (
        <p role="status" className="flex items-center gap-2 text-[0.9375rem] font-semibold">
          <BellRing aria-hidden className="size-4 shrink-0" />
          {t('asked')}
        </p>
      )}
      <ActionForm
        key={String(waits)}
        action={askBackInStockAction}
        hidden={{ variantId, on: waits ? undefined : 'on' }}
      >
        <FormSubmit
          size={waits ? 'sm' : 'lg'}
          variant={waits ? 'quiet' : 'primary'}
          block={!waits}
          icon={waits ? undefined : <Bell aria-hidden />}
        >
          {waits ? t('takeBack') : t('ask')}
        </FormSubmit>
      </ActionForm>
      <p className="text-sm text-muted">{t('how')}</p>
    </div>
  );
}
