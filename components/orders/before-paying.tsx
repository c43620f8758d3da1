import { PromiseLines } from '@/components/markets/promise-lines';
import { LawLinks } from '@/components/pages/law-links';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';

type Promises = Parameters<typeof PromiseLines>[0]['promises'];
type Law = Parameters<typeof LawLinks>[0]['law'];

/** What a buyer reads before paying: what the shop promises, and the pages that the law asks for. */
export function beforePaying({ promises, law, locale }: { promises: Promises; law: Law; locale: Locale }) {
  return {
    promised: <PromiseLines promises={promises} law={law} locale={locale} />,
    law: (
      <LawLinks
        law={law}
        kinds={['TERMS', 'RETURNS', 'PRIVACY']}
        lead={translator(locale, 'lawLinks')('pay')}
        locale={locale}
      />
    ),
  };
}
