type Address = { email: string; primary: boolean; verified: boolean };

/** What GitHub says of a person, with the address that it has verified: its profile alone may carry any address. */
export async function githubProfile(
  accessToken: string,
  fetcher: typeof fetch = fetch,
): Promise<Record<string, unknown>> {
  const headers = {
    authorization: `Bearer ${accessToken}`,
    accept: 'application/vnd.github+json',
    'user-agent': 'millet',
  };
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetcher(`https://api.github.com${path}`, { headers, signal: AbortSignal.timeout(8_000) });
    if (!response.ok) throw new Error(`GitHub answered ${response.status}`);
    return response.json();
  };
  const [person, addresses] = await Promise.all([ask('/user'), ask('/user/emails')]);
  const proved = (addresses as Address[]).filter(({ verified }) => verified);
  const email = (proved.find(({ primary }) => primary) ?? proved[0])?.email ?? null;
  return { ...(person as Record<string, unknown>), email, email_verified: email !== null };
}
