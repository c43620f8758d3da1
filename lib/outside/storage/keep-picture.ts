import type { ProcessedImage } from './images';
import { openStorage } from './open-storage';

/** Puts a picture into storage under the name of its content; answers its address. */
export async function keepPicture({ sha256, bytes, mime }: ProcessedImage): Promise<string> {
  const key = `${sha256}.webp`;
  const storage = openStorage();
  await storage.put(key, bytes, mime);
  return storage.url(key);
}
