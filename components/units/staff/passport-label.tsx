import type { Label } from '@/lib/units/queries/labels';

export type Qr = { size: number; path: string };

/** A QR code of a device's passport, dark on white in both themes. */
export function PassportQr({ qr: { size, path }, label }: { qr: Qr; label: string }) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-full bg-white text-black"
    >
      <path d={path} fill="currentColor" />
    </svg>
  );
}

type Props = { label: Label; qr: Qr; name: string; alt: string };

/** What is printed for one device: its code, its product and its serial. */
export function PassportLabel({ label: { serial }, qr, name, alt }: Props) {
  return (
    <div className="grid break-inside-avoid gap-1 rounded-lg border border-line-strong bg-white p-3 text-center text-black">
      <PassportQr qr={qr} label={alt} />
      <p className="text-xs font-semibold wrap-anywhere">
        <bdi>{name}</bdi>
      </p>
      <p className="font-mono text-xs break-all">{serial}</p>
    </div>
  );
}
