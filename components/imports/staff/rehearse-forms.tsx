'use client';

import { useTranslations } from 'use-intl';

import { rehearseForumAction, rehearseShopAction } from '@/app/actions/imports';
import { ActionForm } from '@/components/forms/action-form';
import { FormCheck, FormSubmit, FormText } from '@/components/forms/form-fields';

/** Rehearses the files of an old shop that are here. */
export function RehearseShop({ currency, locale }: { currency: string; locale: string }) {
  const t = useTranslations('imports.shop');
  return (
    <ActionForm action={rehearseShopAction} hidden={{ locale }} className="max-w-xl gap-5">
      <FormText
        name="currency"
        label={t('currency')}
        hint={t('currencyHint')}
        initial={currency}
        maxLength={3}
        autoComplete="off"
      />
      <FormText name="shop" label={t('site')} hint={t('siteHint')} maxLength={300} inputMode="url" autoComplete="off" />
      <div className="grid gap-1.5">
        <FormSubmit className="justify-self-start">{t('rehearse')}</FormSubmit>
        <p className="text-sm text-muted">{t('rehearseHint')}</p>
      </div>
    </ActionForm>
  );
}

/** Reads a forum and rehearses its import. */
export function RehearseForum({ site, locale }: { site?: string; locale: string }) {
  const t = useTranslations('imports.forum');
  return (
    <ActionForm action={rehearseForumAction} hidden={{ locale }} className="max-w-xl gap-5">
      <FormText
        name="site"
        label={t('site')}
        hint={t('siteHint')}
        initial={site}
        maxLength={300}
        inputMode="url"
        autoComplete="off"
      />
      <FormCheck name="again" label={t('again')} hint={t('againHint')} />
      <div className="grid gap-1.5">
        <FormSubmit className="justify-self-start">{t('rehearse')}</FormSubmit>
        <p className="text-sm text-muted">{t('rehearseHint')}</p>
      </div>
    </ActionForm>
  );
}
