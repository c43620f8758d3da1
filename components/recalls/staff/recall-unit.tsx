import { CaseSteps } from '@/components/staff/case-history';
import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { TextLink } from '@/components/ui/link';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';
import { canMove, isMended, isUnmended } from '@/lib/recalls/policy';
import type { StaffRecallUnit } from '@/lib/recalls/queries/staff';
import { handledStates, type RecallRemedy, type RecallUnitState } from '@/lib/recalls/schema';
import { translator } from '@/lib/web/i18n';

import { unitTones } from '../unit-tones';
import { HandleUnitForm } from './handle-unit-form';

type Props = {
  unit: StaffRecallUnit;
  remedies: readonly RecallRemedy[];
  /** The page without it; whether what became of it may be noted. */
  home: string;
  canHandle: boolean;
  locale: Locale;
};

/** One device of a recall: what happened to it, and what staff note of it. */
export function RecallUnit({ unit, remedies, home, canHandle, locale }: Props) {
  const t = translator(locale, 'recalls');
  const unmended = isUnmended(unit);
  const choices = unmended ? remedies.filter(isMended) : remedies;
  const mayBecome = (to: RecallUnitState) => canMove(unit.state, to) && (to !== 'PLANNED' || unit.owner !== null);
  const moves = handledStates.filter((to) => (unmended ? to === 'REMEDIED' && choices.length > 0 : mayBecome(to)));
  const said = ({ state, note }: (typeof unit.steps)[number]) => (
    <>
      {t(`unitStates.${state}`)} {note && <bdi className="whitespace-pre-line">· {note}</bdi>}
    </>
  );
  return (
    <Card as="section" look="accent" className="grid gap-5" id="unit" aria-labelledby="unit-title">
      <SectionHead
        id="unit-title"
        title={<bdi className="break-all">{t('staff.unit.title', { serial: unit.unit.serial })}</bdi>}
        action={<Badge tone={unitTones[unit.state]}>{t(`unitStates.${unit.state}`)}</Badge>}
      />
      <p className="flex flex-wrap gap-x-4">
        <TextLink href={inLocale(locale, paths.staff('units', unit.unitId))}>{t('staff.unit.toDevice')}</TextLink>
        <TextLink href={home}>{t('staff.unit.close')}</TextLink>
      </p>
      <CaseSteps steps={unit.steps.map((step) => ({ ...step, said: said(step) }))} locale={locale} />
      {canHandle && moves.length > 0 && (
        <div>
          <h3 className="mb-3 text-subheading">{t('staff.unit.note')}</h3>
          <HandleUnitForm
            key={unit.changedAt.getTime()}
            recallUnitId={unit.id}
            moves={moves}
            remedies={choices}
            wish={unmended ? choices[0]! : unit.remedy}
          />
        </div>
      )}
      {moves.length === 0 && <p className="text-muted">{t('staff.unit.done')}</p>}
    </Card>
  );
}
