import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

type Props = { label: string; words: string; action: string; onUse: () => void };

/** Another text beside the one that is being written, with a way to take it instead. */
export function KeptText({ label, words, action, onUse }: Props) {
  return (
    <Notice tone="warning" title={label}>
      <textarea
        readOnly
        dir="auto"
        aria-label={label}
        value={words}
        rows={2}
        className="mt-1.5 field-sizing-content max-h-60 w-full resize-none overflow-y-auto rounded-md bg-surface/70 px-3 py-2 text-ink"
      />
      <div className="mt-2">
        <Button size="sm" onClick={onUse}>
          {action}
        </Button>
      </div>
    </Notice>
  );
}
