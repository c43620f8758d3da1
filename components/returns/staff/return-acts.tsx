'use client';

import { useTranslations } from 'use-intl';

import { countReturnAction, decideReturnAction, settleReturnAction } from '@/app/actions/returns';
import { ActionForm } from '@/components/forms/action-form';
import { FormArea, FormCheck, FormSelect, FormSubmit, FormText } from '@/components/forms/form-fields';
import { Fold } from '@/components/ui/fold';
import { returnGrades, returnOutcomes } from '@/lib/returns/schema';

/** Sends what was missing at no charge, or refuses it. */
export function MissingForms({ returnId, maySend }: { returnId: string; maySend: boolean }) {
  const t = useTranslations('returns.staff');
  return (
    <>
      {maySend ? (
        <ActionForm action={settleReturnAction} hidden={{ returnId, deductReason: '' }} className="gap-3">
          <p className="text-sm text-muted">{t('sendBody')}</p>
          <FormSubmit className="justify-self-start">{t('sendDo')}</FormSubmit>
        </ActionForm>
      ) : (
        <p className="text-muted">{t('waitsForRefund')}</p>
      )}
      <Fold title={t('refuse')}>
        <DecideForm returnId={returnId} refuseOnly />
      </Fold>
    </>
  );
}

/** Lets goods come back, or refuses it, with words that the buyer reads. */
export function DecideForm({ returnId, refuseOnly = false }: { returnId: string; refuseOnly?: boolean }) {
  const t = useTranslations('returns.staff');
  return (
    <ActionForm action={decideReturnAction} hidden={{ returnId }} className="gap-4">
      <FormArea name="answer" label={t('answer')} hint={t('answerHint')} rows={3} maxLength={500} required />
      <div className="flex flex-wrap gap-2">
        {!refuseOnly && (
          <FormSubmit name="outcome" value="APPROVED">
            {t('approve')}
          </FormSubmit>
        )}
        <FormSubmit variant="secondary" name="outcome" value="REFUSED">
          {t('refuse')}
        </FormSubmit>
      </div>
    </ActionForm>
  );
}

export type CountLine = {
  lineId: string;
  title: string;
  announced: number;
  /** The devices of the line, where fewer are announced than were brought. */
  units: { unitId: string; serial: string }[];
};
type CountProps = { returnId: string; lines: CountLine[]; places: { value: string; label: string }[] };

/** Counts what came back of each line, how it is, and where it lies. */
export function CountForm({ returnId, lines, places }: CountProps) {
  const t = useTranslations('returns');
  const grades = returnGrades.map((value) => ({ value, label: t(`grades.${value}`) }));
  return (
    <ActionForm action={countReturnAction} hidden={{ returnId }} className="gap-5">
      <p className="text-sm text-muted">{t('staff.countBody')}</p>
      {lines.map(({ lineId, title, announced, units }) => (
        <fieldset key={lineId} className="grid gap-3">
          <legend className="mb-2 font-semibold">{title}</legend>
          <FormText
            name={`counted.${lineId}`}
            label={t('staff.counted')}
            hint={t('staff.announced', { count: announced })}
            initial={String(announced)}
            inputMode="numeric"
            autoComplete="off"
            maxLength={7}
          />
          <FormSelect name={`grade.${lineId}`} label={t('staff.grade')} options={grades} initial="AS_NEW" />
          {units.length > 0 && <p className="text-sm text-muted">{t('staff.whichUnits')}</p>}
          {units.map(({ unitId, serial }) => (
            <FormCheck key={unitId} name={`unit.${unitId}`} label={<span className="font-mono">{serial}</span>} />
          ))}
        </fieldset>
      ))}
      {places.length > 0 && (
        <FormSelect
          name="locationId"
          label={t('staff.place')}
          hint={t('staff.placeHint')}
          options={places}
          blank={t('staff.noPlace')}
        />
      )}
      <FormSubmit className="justify-self-start">{t('staff.countDo')}</FormSubmit>
    </ActionForm>
  );
}

type SettleProps = {
  returnId: string;
  lines: { lineId: string; title: string }[];
  /** What is worth what came back, as it is written, and the currency. */
  worth: string;
  currency: string;
  isReplacement: boolean;
};

/** Ends a return: money goes back for what came, or the goods go back to their buyer. */
export function SettleForm({ returnId, lines, worth, currency, isReplacement }: SettleProps) {
  const t = useTranslations('returns');
  const outcomes = returnOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) }));
  return (
    <ActionForm action={settleReturnAction} hidden={{ returnId }} className="gap-4">
      <p className="text-sm text-muted">
        {isReplacement ? t('staff.settleReplacement') : t('staff.settleBody', { worth })}
      </p>
      {lines.map(({ lineId, title }) => (
        <FormSelect key={lineId} name={`outcome.${lineId}`} label={title} options={outcomes} initial="REFUND" />
      ))}
      <FormText
        name="deduct"
        label={t('staff.deduct', { currency })}
        hint={t('staff.deductHint')}
        inputMode="decimal"
        autoComplete="off"
        maxLength={20}
      />
      <FormText
        name="deductReason"
        label={t('staff.deductReason')}
        hint={t('staff.deductReasonHint')}
        maxLength={200}
      />
      <FormSubmit className="justify-self-start">{t('staff.settleDo')}</FormSubmit>
    </ActionForm>
  );
}
