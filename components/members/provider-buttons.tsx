'use client';

import { signIn } from 'next-auth/react';
import { useState, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';

import { goToWechat } from './go-to-wechat';

export type OAuthProvider = { id: string; name: string };

// WeChat's own browser knows its reader; any other shows a code that WeChat scans. Each has a way of its own.
const elsewhere = (inWechat: boolean) => (inWechat ? 'wechat' : 'wechat-mp');
const never = () => () => undefined;
const isWechat = () => /MicroMessenger/i.test(navigator.userAgent);

/** Sign-in by the providers that this Millet is set up for. They need scripts, so they show with scripts only. */
export function ProviderButtons({ providers, next }: { providers: OAuthProvider[]; next: string }) {
  const t = useTranslations('members.signIn');
  const [leaving, setLeaving] = useState<string | null>(null);
  const inWechat = useSyncExternalStore(never, isWechat, () => false);
  const shown = providers.filter(({ id }) => id !== elsewhere(inWechat));
  const go = (id: string) => {
    setLeaving(id);
    if (!id.startsWith('wechat')) return void signIn(id, { callbackUrl: next });
    void goToWechat(id, next).then((left) => !left && setLeaving(null));
  };
  if (shown.length === 0) return null;
  return (
    <div className="js-only mt-6 grid gap-2.5 border-t border-line pt-6">
      {shown.map(({ id, name }) => (
        <Button key={id} block pending={leaving === id} onClick={() => go(id)}>
          {id.startsWith('wechat') ? t('withWechat') : t('with', { provider: name })}
        </Button>
      ))}
    </div>
  );
}
