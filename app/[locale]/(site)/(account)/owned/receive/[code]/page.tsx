import { notFound } from 'next/navigation';
import { cache } from 'react';

import { headOrMissing, pageOrMissing } from '@/app/[locale]/or-missing';
import { AcceptForm, TypeCodeForm } from '@/components/ownership/device/receive-forms';
import { OrderItem } from '@/components/orders/order-item';
import { Card } from '@/components/ui/card';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import type { SignedIn } from '@/lib/core/actor';
import { Refused } from '@/lib/core/errors';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { lookUpTransfer } from '@/lib/flows/ownership/transfer';
import type { FoundTransfer } from '@/lib/ownership/queries/transfers';
import { paths } from '@/lib/paths';
import { maskedSerial } from '@/lib/units/identifiers';
import { memberMetadata } from '@/lib/web/metadata';
import { decodedParams, pageParams } from '@/lib/web/params';
import { requireMember } from '@/lib/web/session';

type Params = { params: Promise<{ locale: string; code: string }> };

// What a code passes on, or why it cannot be used.
const find = cache(async (actor: SignedIn, code: string): Promise<FoundTransfer | Refused> =>
  lookUpTransfer(actor, { code }).catch((error: unknown) => {
    if (error instanceof Refused) return error;
    throw error;
  }),
);

export const generateMetadata = headOrMissing(async ({ params }: Params) => {
  const { locale } = (await decodedParams(params)) ?? notFound();
  return memberMetadata(translator(locale, 'ownership')('receive.title'));
});

/** What a code passes on, before it is taken over. */
export default pageOrMissing(async function ReceiveCodePage({ params }: Params) {
  const { locale, code } = (await pageParams(params)) ?? notFound();
  const found = await find(await requireMember(locale, paths.owned('receive', code)), code);
  const t = translator(locale, 'ownership');
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader title={t('receive.title')} lead={found instanceof Refused ? t('receive.lead') : undefined} />
      <Card className="grid gap-6">
        {found instanceof Refused ? (
          <>
            <Notice tone="danger">{wordsOf(found, locale)}</Notice>
            <TypeCodeForm locale={locale} />
          </>
        ) : (
          <Offered found={found} code={code} locale={locale} />
        )}
      </Card>
    </div>
  );
});

function wordsOf({ code, detail }: Refused, locale: Locale): string {
  return translator(locale, 'errors')(code === 'rate-limited' ? code : 'transfer-unknown', {
    seconds: 60,
    ...detail.values,
  });
}

function Offered({ found: { from, unit }, code, locale }: { found: FoundTransfer; code: string; locale: Locale }) {
  const t = translator(locale, 'ownership');
  const { product, ...variant } = unit.variant;
  return (
    <>
      <p>{from === null ? t('receive.fromSomebody') : t('receive.from', { name: from })}</p>
      <OrderItem
        item={{ ...product, variant, picture: variant.images[0] ?? product.images[0] }}
        locale={locale}
        level="h2"
      />
      <p className="text-[0.9375rem] text-muted">
        {t('receive.serial')} <span className="font-mono">{maskedSerial(unit.serial)}</span>
      </p>
      <p>{t('receive.after')}</p>
      <AcceptForm code={code} locale={locale} />
    </>
  );
}
