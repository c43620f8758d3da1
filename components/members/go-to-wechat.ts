import { getCsrfToken } from 'next-auth/react';

/**
 * Leaves for WeChat. next-auth's own `signIn` would load the page anew right after: it takes an address with a fragment for one of this page, and
 * WeChat's has one. Says false where it could not be asked.
 */
export async function goToWechat(id: string, callbackUrl: string): Promise<boolean> {
  try {
    const body = new URLSearchParams({ csrfToken: (await getCsrfToken()) ?? '', callbackUrl, json: 'true' });
    const answer = await fetch(`/api/auth/signin/${id}`, { method: 'POST', body });
    const { url } = (await answer.json()) as { url: string };
    window.location.href = url;
    return true;
  } catch {
    return false;
  }
}
