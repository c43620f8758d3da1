import { Card, SectionHead } from '@/components/ui/card';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { reviewRules, type ReviewRuleName } from '@/lib/reviews/choices/rules';

type Props = { hidden: { rule: ReviewRuleName; count: number }[]; locale: Locale };

/** Who may write, in which order reviews stand, how the average is made, by which rules one may be hidden, and how many are. */
export function HowReviewsWork({ hidden, locale }: Props) {
  const t = translator(locale, 'reviews');
  const count = hidden.reduce((sum, each) => sum + each.count, 0);
  return (
    <Card as="section" className="grid gap-4">
      <SectionHead title={t('how')} />
      <p className="text-[0.9375rem] text-muted">{t('howBody')}</p>
      <ul className="grid list-disc gap-1 ps-5 text-[0.9375rem] text-muted">
        {reviewRules.map((rule) => (
          <li key={rule}>{t(`rules.${rule}`)}</li>
        ))}
      </ul>
      {count > 0 && (
        <div className="grid gap-1 border-t border-line pt-4 text-[0.9375rem]">
          <p className="font-semibold">{t('hiddenTitle', { count })}</p>
          <ul>
            {hidden.map((each) => (
              <li key={each.rule}>{t('hiddenRule', { rule: t(`rules.${each.rule}`), count: each.count })}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
