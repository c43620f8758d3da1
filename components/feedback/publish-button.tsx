'use client';

import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';

/**
 * Publishes a release as it stands in the form around this button, after showing once more what ships with it. The form is
 * sent by a button of its own, since the question lies elsewhere in the document.
 */
export function PublishButton({ name }: { name: string }) {
  const t = useTranslations('feedback');
  const submit = useRef<HTMLButtonElement>(null);
  const [picked, setPicked] = useState<string[] | null>(null);
  const ask = () => setPicked(pickedIn(submit.current?.form ?? null));
  const confirm = () => {
    setPicked(null);
    submit.current?.click();
  };
  return (
    <>
      <Button variant="primary" className="js-only" onClick={ask}>
        {t('publish.open')}
      </Button>
      <button ref={submit} type="submit" name="publish" value="on" hidden>
        {t('publish.confirm')}
      </button>
      <Dialog
        open={picked !== null}
        onOpenChange={(open) => !open && setPicked(null)}
        title={t('publish.title', { name })}
        description={t('publish.lead', { count: picked?.length ?? 0 })}
      >
        <ul className="mb-5 list-disc ps-5">
          {picked?.map((title) => (
            <li key={title}>{title}</li>
          ))}
        </ul>
        <Button variant="primary" block onClick={confirm}>
          {t('publish.confirm')}
        </Button>
      </Dialog>
    </>
  );
}

function pickedIn(form: HTMLFormElement | null): string[] {
  const boxes = [...(form?.querySelectorAll<HTMLInputElement>('input[name=ideas]:checked') ?? [])];
  return boxes.map((box) => box.dataset.title ?? '');
}
