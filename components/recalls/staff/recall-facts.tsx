import { Card } from '@/components/ui/card';
import { FactList } from '@/components/ui/fact-list';
import type { Locale } from '@/lib/core/locale';
import type { StaffRecall } from '@/lib/recalls/queries/staff';
import { translator } from '@/lib/web/i18n';

import { scopeWords } from '../scope-words';

/** What a recall says, in both languages. */
export function RecallFacts({ recall, locale }: { recall: StaffRecall; locale: Locale }) {
  const t = translator(locale, 'recalls');
  const both = (key: 'danger' | 'task' | 'cause') => [recall[key], recall[`${key}Zh`]].join('\n');
  return (
    <Card as="section">
      <FactList
        facts={[
          [t('which'), scopeWords(recall, recall.serials.length, locale)],
          [t('danger'), both('danger')],
          [t('task'), both('task')],
          [t('cause'), both('cause')],
          [
            t('remedies'),
            recall.remedies.map((remedy) => t(`remedyNames.${remedy}`)).join(locale === 'zh' ? '、' : ', '),
          ],
        ]}
      />
    </Card>
  );
}
