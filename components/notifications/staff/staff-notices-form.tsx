'use client';

import { useTranslations } from 'use-intl';

import { saveStaffNoticesAction } from '@/app/actions/notifications';
import { ActionForm } from '@/components/forms/action-form';
import { FormSubmit } from '@/components/forms/form-fields';
import { Card } from '@/components/ui/card';
import { cx } from '@/components/ui/cx';
import { dotLook } from '@/components/ui/radio-card';
import { toast } from '@/components/ui/toaster';
import { boxOf, channelsOf, staffChannels, type StaffKind } from '@/lib/notifications/choices/staff-kinds';

type Props = { kinds: { kind: StaffKind; channels: string[] }[] };

/** A row for each kind, a box for each channel. */
export function StaffNoticesForm({ kinds }: Props) {
  const t = useTranslations('staffNotices');
  return (
    <Card flush className="max-w-3xl">
      <ActionForm action={saveStaffNoticesAction} onDone={() => toast.success(t('saved'))} className="gap-0!">
        <table className="w-full text-start">
          <thead>
            <tr className="border-b border-line text-sm text-muted">
              <th className="px-4 py-2.5 text-start font-medium">{t('what')}</th>
              {staffChannels.map((channel) => (
                <th key={channel} className="w-16 px-2 py-2.5 text-center font-medium sm:w-24">
                  {t(channel)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="divide-y divide-line">
            {kinds.map(({ kind, channels }) => (
              <KindRow key={kind} kind={kind} channels={channels} />
            ))}
          </tbody>
        </table>
        <div className="border-t border-line px-4 py-3">
          <FormSubmit>{t('save')}</FormSubmit>
        </div>
      </ActionForm>
    </Card>
  );
}

function KindRow({ kind, channels }: Props['kinds'][number]) {
  const t = useTranslations('staffNotices');
  const what = t(`kinds.${kind}`);
  return (
    <tr>
      <th scope="row" className="px-4 py-2.5 text-start font-normal">
        {what}
        <span className="block text-sm text-muted">{t(`hints.${kind}`)}</span>
      </th>
      {staffChannels.map((channel) => (
        <td key={channel} className="text-center">
          {channelsOf(kind).includes(channel) && (
            <label className="touch inline-flex cursor-pointer items-center justify-center p-2">
              <span className="sr-only">{t('cell', { what, channel: t(channel) })}</span>
              <input
                type="checkbox"
                name={boxOf(kind, channel)}
                defaultChecked={channels.includes(channel)}
                className={cx(dotLook, 'mt-0! rounded-[0.35rem]')}
              />
            </label>
          )}
        </td>
      ))}
    </tr>
  );
}
