import { countryName } from '@/components/orders/address-block';
import { WarrantyWords } from '@/components/ownership/device/warranty-words';
import { Card } from '@/components/ui/card';
import { Fact } from '@/components/ui/fact';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import type { ToAsk } from '@/lib/flows/repairs/read-repairs';
import { repairPath, type AskedAs } from '@/lib/repairs/choices/repair-path';

import { AskRepairForm } from './ask-repair-form';
import { deviceTitle } from './device-title';

type Props = {
  found: ToAsk;
  asked: AskedAs;
  /** The page that led here. */ back: string;
  note?: string;
  locale: Locale;
};

/** Where the owner of a device asks to have it repaired. */
export function AskRepairPage({ found, asked, back, note, locale }: Props) {
  const { owned, warranty, open, can, shipTo, points } = found;
  const [t, o] = [translator(locale, 'repairs'), translator(locale, 'ownership')];
  return (
    <div className="page grid max-w-3xl gap-6 pb-16">
      <PageHeader
        className="mb-0! pb-0!"
        title={t('form.title')}
        lead={t('form.lead')}
        meta={<TextLink href={inLocale(locale, back)}>{t('form.back')}</TextLink>}
      />
      <Card as="section" className="grid gap-5">
        <dl className="grid gap-4 sm:grid-cols-2">
          <Fact label={deviceTitle(owned.unit, locale)}>
            <span className="font-mono font-semibold break-all">{owned.unit.serial}</span>
          </Fact>
          <Fact label={o('device.warranty')}>
            <WarrantyWords warranty={warranty} locale={locale} />
          </Fact>
        </dl>
        {can && <p className="text-muted">{t(warranty?.holds ? 'form.covered' : 'form.paid')}</p>}
      </Card>
      {open && (
        <Notice title={t('form.open')}>
          <TextLink href={inLocale(locale, repairPath(asked, open))}>{t('numbered', { number: open })}</TextLink>
        </Notice>
      )}
      {!open && !can && <Notice tone="warning">{t('form.notNow')}</Notice>}
      {can && (
        <Card as="section">
          <AskRepairForm
            {...{ asked, note, locale }}
            points={points.map((point) => ({ value: point.id, label: localText(locale, point.name, point.nameZh) }))}
            shipTo={written(shipTo, locale)}
            unitId={owned.unitId}
          />
        </Card>
      )}
    </div>
  );
}

const written = (sent: ToAsk['shipTo'], locale: Locale): string =>
  sent ? [...sent.lines, countryName(sent.country, locale)].join('\n') : '';
