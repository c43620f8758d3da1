import { Button } from '@/components/ui/button';
import { Download } from '@/components/ui/icons';
import { TextField } from '@/components/ui/text-field';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import { api } from '@/lib/core/paths';

/** Downloads the packing list of the chosen orders, for a reason. */
export function PackingForm({ id, locale }: { id: string; locale: Locale }) {
  const t = translator(locale, 'staff');
  return (
    <form method="post" action={api('export', 'packing')} className="grid max-w-xl gap-4">
      <input type="hidden" name="chosen" value={id} />
      <input type="hidden" name="locale" value={locale} />
      <TextField
        name="reason"
        id="packing-reason"
        label={t('list.exportReason')}
        required
        minLength={3}
        maxLength={500}
      />
      <Button type="submit" variant="primary" icon={<Download aria-hidden />} className="justify-self-start">
        {translator(locale, 'orders')('staff.bulk.do.orders.pack')}
      </Button>
    </form>
  );
}
