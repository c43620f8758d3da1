import { keepPhoneAction } from '@/app/actions/members.phone';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import type { Locale } from '@/lib/core/locale';
import { translator } from '@/lib/web/i18n';

/** Says that the account which has a number is the reader's own. */
export function KeepPhoneForm({ locale, next }: { locale: Locale; next?: string }) {
  return (
    <ActionForm action={keepPhoneAction} hidden={{ locale, next }}>
      <FormSubmit block size="lg">
        {translator(locale, 'members')('phone.mine')}
      </FormSubmit>
    </ActionForm>
  );
}
