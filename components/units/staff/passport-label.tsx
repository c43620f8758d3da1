import { QrCode } from '@/components/ui/qr-code';
import type { Label } from '@/lib/units/queries/labels';

export type Qr = { size: number; path: string };

type Props = { label: Label; qr: Qr; name: string; alt: string };

/** What is printed for one device: its code, its product and its serial, black on white. */
export function PassportLabel({ label: { serial }, qr, name, alt }: Props) {
  return (
    <div className="grid break-inside-avoid gap-1 rounded-lg border border-line-strong bg-[#fff] p-3 text-center text-[#000]">
      <QrCode qr={qr} label={alt} className="w-full" />
      <p className="text-xs font-semibold wrap-anywhere">
        <bdi>{name}</bdi>
      </p>
      <p className="font-mono text-xs break-all">{serial}</p>
    </div>
  );
}
