'use client';

import { ButtonLink } from '@/components/ui/button';
import { useViewer } from '@/components/viewer/viewer-provider';
import type { Locale } from '@/lib/core/locale';
import { inLocale } from '@/lib/core/paths';
import { paths } from '@/lib/paths';

/** The way into the community: an account for guests, the boards for members. */
export function JoinLink({ locale, join, boards }: { locale: Locale; join: string; boards: string }) {
  const member = Boolean(useViewer().viewer?.member);
  return (
    <ButtonLink
      variant="primary"
      size="lg"
      href={inLocale(locale, member ? paths.boards() : paths.signUp())}
      rel={member ? undefined : 'nofollow'}
    >
      {member ? boards : join}
    </ButtonLink>
  );
}
