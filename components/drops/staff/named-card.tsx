import { Badge } from '@/components/ui/badge';
import { Card, SectionHead } from '@/components/ui/card';
import { ShopTime } from '@/components/forms/shop-time';
import { Table } from '@/components/ui/table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { translator } from '@/lib/core/i18n';
import type { Locale } from '@/lib/core/locale';
import type { StaffDrop } from '@/lib/drops/queries';
import { namedChannels } from '@/lib/drops/schema';

import { NameForm, UnnameForm } from './named-forms';

/** Whom staff named for the units set aside for beta testers and staff, and the form to name more until a wave opens. */
export function NamedCard({ drop, locale }: { drop: StaffDrop; locale: Locale }) {
  const t = translator(locale, 'drops');
  const asideFor = drop.waves.flatMap(({ allotments }) => allotments.map(({ channel }) => channel));
  const channels = namedChannels.filter((channel) => asideFor.includes(channel));
  const lead = channels.length === 0 ? 'named.noUnits' : drop.takesNames ? 'named.lead' : 'named.closed';
  return (
    <section aria-labelledby="named" className="grid gap-5">
      <SectionHead id="named" title={t('named.title')} lead={t(lead)} />
      {channels.length > 0 && drop.takesNames && (
        <Card>
          <NameForm dropId={drop.id} channels={channels} />
        </Card>
      )}
      {drop.named.length > 0 && <Named drop={drop} locale={locale} />}
      {channels.length > 0 && drop.named.length === 0 && <p className="text-muted">{t('named.none')}</p>}
    </section>
  );
}

function Named({ drop: { id: dropId, named, takesNames, _count }, locale }: { drop: StaffDrop; locale: Locale }) {
  const t = translator(locale, 'drops');
  return (
    <Card flush>
      <Table
        caption={t('named.title')}
        rows={named}
        rowKey={({ channel, member }) => `${channel} ${member.id}`}
        columns={[
          {
            key: 'member',
            header: t('named.member'),
            lead: true,
            cell: ({ member }) => (
              <>
                <bdi>{member.name}</bdi> <span className="font-normal text-muted">@{member.handle}</span>
              </>
            ),
          },
          {
            key: 'channel',
            header: t('staff.live.channel'),
            cell: ({ channel }) => <Badge>{t(`channel.${channel}`)}</Badge>,
          },
          { key: 'at', header: t('named.at'), cell: ({ at }) => <ShopTime at={at} locale={locale} /> },
          ...(takesNames
            ? [
                {
                  key: 'act',
                  header: <VisuallyHidden>{t('named.remove')}</VisuallyHidden>,
                  align: 'end' as const,
                  cell: ({ channel, member }: (typeof named)[number]) => (
                    <UnnameForm dropId={dropId} channel={channel} memberId={member.id} name={member.name} />
                  ),
                },
              ]
            : []),
        ]}
      />
      {_count.named > named.length && (
        <p className="px-4 py-3 text-sm text-muted">{t('named.first', { count: named.length, all: _count.named })}</p>
      )}
    </Card>
  );
}
