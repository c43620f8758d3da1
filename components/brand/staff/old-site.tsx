'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { readOldSiteAction, takeOldPictureAction } from '@/app/actions/brand';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit, FormText } from '@/components/forms/form-fields';
import { Card, SectionHead } from '@/components/ui/card';
import { toast } from '@/components/ui/toaster';
import type { OldLogo, OldSite } from '@/lib/flows/brand/read-old-site';
import type { Locale } from '@/lib/core/locale';
import type { Problem } from '@/lib/web/outcome';

type Props = {
  version: number;
  locale: Locale;
  onFound: (site: OldSite) => void;
  onSaved: (saved: { version: number }) => void;
  onRefused: (problem: Problem) => void;
};
type Taking = Omit<Props, 'onFound'>;

/** Reads a brand's old site into the form below, where it is seen and changed before anything is saved. */
export function OldSiteCard({ onFound, ...taking }: Props) {
  const t = useTranslations('brand.oldSite');
  const [site, setSite] = useState<OldSite | null>(null);
  return (
    <Card as="section" aria-labelledby="old-site">
      <SectionHead id="old-site" title={t('title')} lead={t('lead')} />
      <ActionForm
        action={readOldSiteAction}
        onDone={(found) => {
          setSite(found);
          onFound(found);
        }}
        className="items-end gap-3 sm:grid-cols-[minmax(0,1fr)_auto]"
      >
        <FormText
          name="address"
          label={t('address')}
          type="text"
          inputMode="url"
          placeholder="example.com"
          maxLength={2000}
          autoComplete="url"
          required
        />
        <FormSubmit variant="secondary">{t('read')}</FormSubmit>
      </ActionForm>
      <div aria-live="polite">{site && <Found site={site} {...taking} />}</div>
    </Card>
  );
}

function Found({ site, ...taking }: Taking & { site: OldSite }) {
  const t = useTranslations('brand.oldSite');
  const parts = [site.name && t('name'), site.tagline && t('tagline'), site.accent && t('colour')].filter(Boolean);
  return (
    <div className="mt-5 grid gap-4">
      <p>{parts.length > 0 ? t('filled', { parts: parts.join(t('comma')) }) : t('nothing')}</p>
      {site.logos.length > 0 && (
        <div className="grid gap-3">
          <p className="text-[0.9375rem] text-muted">{t('logos')}</p>
          <ul className="flex flex-wrap gap-4">
            {site.logos.map((logo) => (
              <li key={logo.address}>
                <Logo logo={logo} {...taking} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Logo({ logo, version, locale, onSaved, onRefused }: Taking & { logo: OldLogo }) {
  const t = useTranslations('brand.oldSite');
  return (
    <div className="grid w-44 justify-items-start gap-2 rounded-lg border border-line p-3">
      {/* Half on the light ground of pages and half on the dark one. */}
      <span className="flex h-24 w-full items-center justify-center rounded-md bg-[linear-gradient(90deg,#faf6ed_50%,#16120d_50%)] p-2">
        <img src={logo.shown} alt="" className="max-h-full max-w-full object-contain" />
      </span>
      {(['mark', 'icon'] as const).map((part) => (
        <ActionForm
          key={part}
          action={takeOldPictureAction}
          hidden={{ part, address: logo.address, shown: `${version}`, locale }}
          onDone={(saved) => {
            onSaved(saved);
            toast.success(t('taken'));
          }}
          onRefused={onRefused}
        >
          <FormSubmit variant="quiet" size="sm">
            {t(part)}
          </FormSubmit>
        </ActionForm>
      ))}
    </div>
  );
}
