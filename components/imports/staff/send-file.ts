import { importPartBytes } from '@/lib/imports/choices';

/** How far a file is on its way. */
export type Sending = { name: string; sent: number; bytes: number };
/** Why a file did not arrive; `lost` where the network gave up. */
export type NotSent = { code: string; values?: Record<string, string | number> };

const tries = 4;

/** Sends a file part by part, in its order; one that was lost is sent again a few times. Answers why it did not arrive, or null. */
export async function sendFile(file: File, tell: (sending: Sending) => void): Promise<NotSent | null> {
  const name = file.name;
  const asked = { file: crypto.randomUUID(), name, bytes: String(file.size) };
  if (file.size === 0) return { code: 'import-file-unknown', values: { name } };
  for (let at = 0; at < file.size; at += importPartBytes) {
    tell({ name, sent: at, bytes: file.size });
    const query = new URLSearchParams({ ...asked, at: String(at) });
    const refused = await sendPart(`/api/imports/parts?${query.toString()}`, file.slice(at, at + importPartBytes));
    if (refused) return refused;
  }
  return null;
}

async function sendPart(address: string, part: Blob): Promise<NotSent | null> {
  for (let left = tries; left > 0; left -= 1) {
    const response = await fetch(address, {
      method: 'POST',
      body: part,
      headers: { 'content-type': 'application/octet-stream' },
    }).catch(() => null);
    if (response?.ok) return null;
    if (response && response.status < 500) {
      const { error, values } = (await response.json().catch(() => ({}))) as {
        error?: string;
        values?: NotSent['values'];
      };
      return { code: error ?? 'failed', values };
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000 * (tries - left + 1)));
  }
  return { code: 'lost' };
}
