'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';

export type OAuthProvider = { id: string; name: string };

/** Sign-in by the providers that this Millet is set up for. They need scripts, so they show with scripts only. */
export function ProviderButtons({ providers, next }: { providers: OAuthProvider[]; next: string }) {
  const t = useTranslations('members.signIn');
  const [leaving, setLeaving] = useState<string | null>(null);
  const go = (id: string) => {
    setLeaving(id);
    void signIn(id, { callbackUrl: next });
  };
  return (
    <div className="js-only mt-6 grid gap-2.5 border-t border-line pt-6">
      {providers.map(({ id, name }) => (
        <Button key={id} block pending={leaving === id} onClick={() => go(id)}>
          {t('with', { provider: name })}
        </Button>
      ))}
    </div>
  );
}
