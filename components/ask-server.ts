/** What an endpoint of this site answers to a GET, never from a cache; null when it refuses or cannot be reached. */
export async function getJson<T>(path: string): Promise<T | null> {
  try {
    const response = await fetch(path, { cache: 'no-store' });
    return response.ok ? ((await response.json()) as T) : null;
  } catch {
    return null;
  }
}

/** What an endpoint of this site answers to a POST of JSON, a refusal included; null when it cannot be reached. */
export async function postJson<T>(path: string, body: object): Promise<{ ok: boolean; body: T } | null> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { ok: response.ok, body: (await response.json()) as T };
  } catch {
    return null;
  }
}
