'use client';

import { useTranslations } from 'use-intl';

import { ButtonLink } from '@/components/ui/button';
import { Pencil } from '@/components/ui/icons';
import { useViewer } from '@/components/viewer/viewer-provider';

/** Leads to the composer, unless the reader is known to be one who may read this board and begin no thread on it. */
export function StartThread({ slug, href }: { slug: string; href: string }) {
  const t = useTranslations('forum');
  const board = useViewer().viewer?.board;
  const refusal = board?.slug === slug ? board.refusal?.code : undefined;
  if (refusal === 'owners-write' || refusal === 'staff-write' || refusal === 'trust-too-low') return null;
  return (
    <ButtonLink variant="primary" href={href} prefetch={false} icon={<Pencil aria-hidden />}>
      {t('board.start')}
    </ButtonLink>
  );
}
