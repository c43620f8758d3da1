'use client';

import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';

import { FileButton } from '@/components/forms/file-button';
import { useProblem } from '@/components/forms/form-context';
import { sendPicture } from '@/components/forms/send-picture';
import { IconButton } from '@/components/ui/button';
import { toast } from '@/components/ui/toaster';
import { mostPictures } from '@/lib/ownership/choices';

type Kept = { url: string; sha256: string };

/** Up to three pictures as a proof, each kept as soon as it is chosen. */
export function ProofPictures() {
  const t = useTranslations('ownership.claim');
  const say = useProblem();
  const id = useId();
  const hint = [id, 'hint'].join('-');
  const [kept, setKept] = useState<Kept[]>([]);
  const [busy, setBusy] = useState(0);
  const bring = async (file: File) => {
    setBusy((count) => count + 1);
    const answer = await sendPicture(file);
    const sha256 = 'url' in answer ? /[0-9a-f]{64}/.exec(answer.url)?.[0] : undefined;
    if ('url' in answer && sha256)
      setKept((before) => [...before.filter((each) => each.sha256 !== sha256), { url: answer.url, sha256 }]);
    else toast.error('code' in answer && answer.code !== 'failed' ? say(answer) : t('pictureFailed'));
    setBusy((count) => count - 1);
  };
  const room = mostPictures - kept.length - busy;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1 text-[0.9375rem] font-semibold">{t('pictures')}</legend>
      <p id={hint} className="text-sm text-muted">
        {t('picturesHint')}
      </p>
      <ul className="flex flex-wrap gap-3">
        {kept.map(({ url, sha256 }, at) => (
          <li key={sha256} className="grid justify-items-center gap-1">
            <input type="hidden" name="pictures" value={sha256} />
            <img
              src={url}
              alt={t('picture', { number: at + 1 })}
              className="size-24 rounded-lg bg-sunken object-cover"
            />
            <IconButton
              label={t('removePicture', { number: at + 1 })}
              size="sm"
              onClick={() => setKept((before) => before.filter((each) => each.sha256 !== sha256))}
            >
              <X aria-hidden />
            </IconButton>
          </li>
        ))}
      </ul>
      {room > 0 && (
        <FileButton
          id={id}
          name="proofPictures"
          accept="image/*"
          multiple
          label={t('addPictures')}
          onChoose={(input) => {
            [...(input.files ?? [])].slice(0, room).forEach((file) => void bring(file));
            input.value = '';
          }}
        >
          {busy > 0 ? t('sendingPictures') : t('addPictures')}
        </FileButton>
      )}
    </fieldset>
  );
}
