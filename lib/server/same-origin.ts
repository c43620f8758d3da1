/** Whether a request that changes something comes from our own pages, or from a client that is no browser and sends no origin. */
export function sameOrigin(method: string, header: (name: string) => string | null | undefined): boolean {
  if (method === 'GET' || method === 'HEAD') return true;
  if (header('sec-fetch-site') && !['same-origin', 'none'].includes(header('sec-fetch-site') ?? '')) return false;
  const origin = header('origin');
  if (!origin) return true;
  try {
    return new URL(origin).host === header('host');
  } catch {
    return false;
  }
}
