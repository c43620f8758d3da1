type Props = {
  /** Its dark squares, as a path in a square of so many. */
  qr: { size: number; path: string };
  label: string;
  className?: string;
};

/** A QR code: black on white in both themes and on paper, since cameras do not read the reverse. */
export function QrCode({ qr: { size, path }, label, className }: Props) {
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className={className}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
