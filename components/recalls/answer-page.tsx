import { Wrench, Undo2 } from 'lucide-react';

import { deviceTitle } from '@/components/repairs/device-title';
import { Badge } from '@/components/ui/badge';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Fold } from '@/components/ui/fold';
import { TextLink } from '@/components/ui/link';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { translator } from '@/lib/core/i18n';
import { localText, type Locale } from '@/lib/core/locale';
import { inLocale, withQuery } from '@/lib/core/paths';
import type { AnswerPage as Answering } from '@/lib/flows/recalls/answer-recall';
import { askReturnPath } from '@/lib/orders/choices/return-path';
import { recallPath } from '@/lib/recalls/choices/recall-path';
import { askRepairPath } from '@/lib/repairs/choices/repair-path';

import { AnswerRecallForm, RefuseRecallForm } from './answer-forms';
import { unitTones } from './unit-tones';

type Props = { page: Answering; answerKey: string; locale: Locale };
type Unit = Answering['units'][number];

/** Where an owner answers a recall, for each of their devices that it means. */
export function AnswerPage({ page: { recall, units }, answerKey, locale }: Props) {
  const t = translator(locale, 'recalls');
  const text = (key: 'title' | 'danger' | 'task' | 'cause') => localText(locale, recall[key], recall[`${key}Zh`]);
  return (
    <div className="page max-w-3xl pb-16">
      <PageHeader title={t('answer.title')} lead={t('answer.lead', { title: text('title') })} />
      <div className="grid gap-6">
        {recall.state === 'CLOSED' && <Notice>{t('answer.over')}</Notice>}
        <Notice tone="danger" title={t('danger')}>
          <p className="break-words whitespace-pre-line">{text('danger')}</p>
        </Notice>
        <Card as="section" className="grid gap-2">
          <h2 className="text-subheading">{t('task')}</h2>
          <p className="break-words whitespace-pre-line">{text('task')}</p>
          <TextLink className="w-fit" href={inLocale(locale, recallPath(recall.slug))}>
            {t('notice.more')}
          </TextLink>
        </Card>
        {units.map((unit) => (
          <Device key={unit.id} {...{ unit, recall, answerKey, locale }} />
        ))}
      </div>
    </div>
  );
}

type DeviceProps = { unit: Unit; recall: Answering['recall']; answerKey: string; locale: Locale };

function Device({ unit, recall, answerKey, locale }: DeviceProps) {
  const t = translator(locale, 'recalls');
  const { state, stoppedAt, remedy } = unit;
  const hasAnswered = state === 'ACKNOWLEDGED';
  const own = { answerKey, recallUnitId: unit.id };
  const form = (
    <AnswerRecallForm
      {...own}
      remedies={recall.remedies}
      stopped={stoppedAt !== null}
      remedy={remedy}
      again={hasAnswered}
    />
  );
  return (
    <Card as="section" className="grid gap-5">
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="min-w-0 text-subheading break-words">
          {deviceTitle(unit.unit, locale)} <bdi className="font-mono break-all">{unit.unit.serial}</bdi>
        </h2>
        {isAnswered(state) && <Badge tone={unitTones[state]}>{t(`unitStates.${state}`)}</Badge>}
      </div>
      {state === 'REMEDIED' && <p>{t('answer.remedied')}</p>}
      {state === 'REFUSED' && <p>{t('answer.refused')}</p>}
      {hasAnswered && (
        <div>
          <p>{t('answer.answered')}</p>
          {stoppedAt && <p>{t('answer.stopped')}</p>}
          {remedy && <p>{t('answer.wish', { remedy: t(`remedyNames.${remedy}`) })}</p>}
        </div>
      )}
      {hasAnswered && remedy && <NextStep unit={unit} slug={recall.slug} locale={locale} />}
      {recall.state === 'OPEN' && state !== 'REMEDIED' && (
        <>
          {hasAnswered ? (
            <Fold title={t('answer.change')}>
              <div className="mt-4">{form}</div>
            </Fold>
          ) : (
            form
          )}
          {state !== 'REFUSED' && <RefuseRecallForm {...own} />}
        </>
      )}
    </Card>
  );
}

// How far the message is that brought them here is no news to its reader.
const isAnswered = (state: Unit['state']): boolean => ['ACKNOWLEDGED', 'REMEDIED', 'REFUSED'].includes(state);

// A repair is asked for as it always is; what goes back goes by the order that brought it. Otherwise staff write.
type NextProps = { unit: Unit; slug: string; locale: Locale };

function NextStep({ unit: { remedy, unitId, askedOrder }, slug, locale }: NextProps) {
  const t = translator(locale, 'recalls');
  if (remedy === 'SELF_HELP') return <p className="text-muted">{t('answer.selfHelp')}</p>;
  const goesBack = remedy === 'REFUND' || remedy === 'REPLACEMENT';
  const asked = askedOrder && 'key' in askedOrder ? askedOrder : {};
  const repair = withQuery(askRepairPath(asked, unitId), { recall: slug });
  if (remedy === 'REPAIR')
    return (
      <ButtonLink className="w-fit" href={inLocale(locale, repair)} icon={<Wrench aria-hidden />}>
        {t('answer.toRepair')}
      </ButtonLink>
    );
  if (goesBack && askedOrder)
    return (
      <ButtonLink className="w-fit" href={inLocale(locale, askReturnPath(askedOrder))} icon={<Undo2 aria-hidden />}>
        {t('answer.toReturn')}
      </ButtonLink>
    );
  return <p className="text-muted">{t('answer.wait')}</p>;
}
