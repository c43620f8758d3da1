'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { saveMenuAction } from '@/app/actions/pages';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { toast } from '@/components/ui/toaster';
import type { Locale } from '@/lib/core/locale';
import type { Menu } from '@/lib/pages/choices/menu';

import { MenuEditor } from './menu-editor';
import type { MenuSite } from './menu-site';

type Props = { menu: Menu; site: MenuSite; locale: Locale };

/**
 * Arranges the menu; who saw an older version is told so. Another version that comes meanwhile, such as one put back, begins the form
 * anew; one that was saved here leaves what is typed, and the focus where it is.
 */
export function MenuForm({ menu, site, locale }: Props) {
  const t = useTranslations('pagesStaff.menu');
  const [known, setKnown] = useState({ version: menu.version, own: 0, round: 0 });
  if (menu.version !== known.version)
    setKnown({ ...known, version: menu.version, round: known.round + Number(menu.version !== known.own) });
  return (
    <ActionForm
      key={known.round}
      action={saveMenuAction}
      hidden={{ shown: String(menu.version), locale }}
      onDone={({ version }) => {
        setKnown((before) => ({ ...before, own: version }));
        toast.success(t('saved'));
      }}
      className="gap-6"
    >
      <MenuEditor saved={menu.entries} site={site} locale={locale} />
      <FormSubmit className="justify-self-start">{t('save')}</FormSubmit>
    </ActionForm>
  );
}
